/** Processes of a load or a comparison: one question, one answer, and an end when their parent lets go. */
import type { ChildProcess } from "node:child_process";

/** The next message of a process. Rejects where it ends before. */
export const answer = <T>(child: ChildProcess): Promise<T> => new Promise((done, fail) => {
  const gone = (code: number | null): void => fail(new Error(`a process of the load ended with ${code}`));
  child.once("message", (message) => {
    child.off("exit", gone);
    done(message as T);
  });
  child.once("exit", gone);
});

/** Lets go of a process and waits until it has ended. */
export const ended = (child: ChildProcess): Promise<void> => new Promise((done) => {
  child.once("exit", () => done());
  child.disconnect();
});
