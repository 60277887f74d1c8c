/** Files that customers send: a place to put them, taking them over, what they became, and letting them go. */
import { graphql } from "./graphql.ts";

export const stageUploads = graphql<"StageUploads">`#graphql
  mutation StageUploads($input: [StagedUploadInput!]!) {
    stagedUploadsCreate(input: $input) {
      stagedTargets { url resourceUrl parameters { name value } }
      userErrors { field message }
    }
  }
`;

export const createFiles = graphql<"CreateFiles">`#graphql
  mutation CreateFiles($files: [FileCreateInput!]!) {
    fileCreate(files: $files) {
      files { __typename id fileStatus }
      userErrors { field message code }
    }
  }
`;

export const filesById = graphql<"FilesById">`#graphql
  query FilesById($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on MediaImage { fileStatus image { url } }
      ... on GenericFile { fileStatus url }
      ... on Video { fileStatus originalSource { url } }
    }
  }
`;

export const deleteFiles = graphql<"DeleteFiles">`#graphql
  mutation DeleteFiles($ids: [ID!]!) {
    fileDelete(fileIds: $ids) {
      deletedFileIds
      userErrors { field message code }
    }
  }
`;
