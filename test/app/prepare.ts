/** Opens and closes the app on the database that the environment names: migrations and queues are in it then. */
import { openApp } from "../../app/app.server.ts";
import { readEnv } from "../../app/env.server.ts";

const { DATA_FOLDER, DATABASE_URL } = process.env;
const app = await openApp(readEnv({ DEVSTORE_URL: "http://127.0.0.1:1", NODE_ENV: "test", LOG_LEVEL: "silent", DATA_FOLDER, DATABASE_URL }));
await app.close();
