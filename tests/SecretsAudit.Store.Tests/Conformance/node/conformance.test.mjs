// The store through @aws-sdk/client-secrets-manager. Endpoint and credentials come from the AWS_ variables.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import {
  BatchGetSecretValueCommand, CreateSecretCommand, DeleteSecretCommand, DescribeSecretCommand, GetSecretValueCommand, ListSecretVersionIdsCommand,
  PutSecretValueCommand, ResourceExistsException, ResourceNotFoundException, RestoreSecretCommand, SecretsManagerClient, TagResourceCommand,
  UpdateSecretCommand, UpdateSecretVersionStageCommand, paginateListSecrets,
} from "@aws-sdk/client-secrets-manager";

const client = new SecretsManagerClient({ region: "eu-west-1", endpoint: process.env.AWS_ENDPOINT_URL, maxAttempts: 1 });
const send = (Command, input = {}) => client.send(new Command(input));
const fresh = () => `node/${randomUUID()}`;

test("a secret is created, read, changed, deleted and restored", async () => {
  const Name = fresh();
  const created = await send(CreateSecretCommand, { Name, SecretString: "first", Description: "of the orders" });
  assert.match(created.ARN, /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:.*-[A-Za-z0-9]{6}$/);
  assert.equal((await send(GetSecretValueCommand, { SecretId: created.ARN })).SecretString, "first");
  await send(UpdateSecretCommand, { SecretId: Name, SecretString: "second" });
  assert.equal((await send(GetSecretValueCommand, { SecretId: Name, VersionStage: "AWSPREVIOUS" })).SecretString, "first");
  await send(DeleteSecretCommand, { SecretId: Name });
  assert.ok((await send(DescribeSecretCommand, { SecretId: Name })).DeletedDate instanceof Date);
  await send(RestoreSecretCommand, { SecretId: Name });
  assert.equal((await send(DescribeSecretCommand, { SecretId: Name })).Description, "of the orders");
});

test("bytes come back as bytes", async () => {
  const Name = fresh();
  await send(CreateSecretCommand, { Name, SecretBinary: Uint8Array.of(0, 1, 255) });
  assert.deepEqual([...(await send(GetSecretValueCommand, { SecretId: Name })).SecretBinary], [0, 1, 255]);
});

test("errors are the SDK's own classes", async () => {
  await assert.rejects(send(GetSecretValueCommand, { SecretId: "none" }), (error) => {
    assert.ok(error instanceof ResourceNotFoundException);
    assert.equal(error.message, "Secrets Manager can't find the specified secret.");
    assert.ok(error.$metadata.requestId);
    return true;
  });
  const Name = fresh();
  await send(CreateSecretCommand, { Name, SecretString: "x" });
  await assert.rejects(send(CreateSecretCommand, { Name, SecretString: "x" }), ResourceExistsException);
});

test("labels move", async () => {
  const Name = fresh();
  const { VersionId: first } = await send(CreateSecretCommand, { Name, SecretString: "first" });
  const { VersionId: second } = await send(PutSecretValueCommand, { SecretId: Name, SecretString: "second", VersionStages: ["AWSPENDING"] });
  await send(UpdateSecretVersionStageCommand, { SecretId: Name, VersionStage: "AWSCURRENT", MoveToVersionId: second, RemoveFromVersionId: first });
  const stages = (await send(DescribeSecretCommand, { SecretId: Name })).VersionIdsToStages;
  assert.deepEqual(stages[first], ["AWSPREVIOUS"]);
  assert.deepEqual(stages[second].sort(), ["AWSCURRENT", "AWSPENDING"]);
  assert.equal((await send(ListSecretVersionIdsCommand, { SecretId: Name })).Versions.length, 2);
});

test("a paginator walks every page and a batch reads them all", async () => {
  const prefix = fresh();
  const names = ["a", "b", "c"].map((end) => `${prefix}/${end}`);
  for (const Name of names) {
    await send(CreateSecretCommand, { Name, SecretString: Name });
    await send(TagResourceCommand, { SecretId: Name, Tags: [{ Key: "k", Value: "v" }] });
  }

  const filters = { Filters: [{ Key: "name", Values: [prefix] }] };
  const seen = [];
  for await (const page of paginateListSecrets({ client, pageSize: 2 }, { ...filters })) {
    seen.push(...page.SecretList.map((secret) => secret.Name));
  }

  assert.deepEqual(seen.sort(), names);
  const batch = await send(BatchGetSecretValueCommand, filters);
  assert.deepEqual(batch.SecretValues.map((value) => value.SecretString).sort(), names);
});
