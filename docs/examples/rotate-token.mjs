// A rotation function for a secret of random text, in Node without packages. It answers Lambda's Invoke API, so that the reference store,
// or the Runtime Interface Emulator's clients, can call it. Environment: STORE (the endpoint), AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
// AWS_REGION, PORT (0 takes a free one; the first line of output says which).
import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

const store = new URL(process.env.STORE);
const region = process.env.AWS_REGION;

// Signature Version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
async function call(action, input) {
  const body = JSON.stringify(input);
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers = { 'content-type': 'application/x-amz-json-1.1', host: store.host, 'x-amz-date': date, 'x-amz-target': `secretsmanager.${action}` };
  const names = Object.keys(headers).sort();
  const hash = (text) => createHash('sha256').update(text).digest('hex');
  const mac = (key, text) => createHmac('sha256', key).update(text).digest();
  const canonical = `POST\n/\n\n${names.map((name) => `${name}:${headers[name]}\n`).join('')}\n${names.join(';')}\n${hash(body)}`;
  const scope = `${date.slice(0, 8)}/${region}/secretsmanager/aws4_request`;
  const key = scope.split('/').reduce(mac, `AWS4${process.env.AWS_SECRET_ACCESS_KEY}`);
  const signature = mac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${hash(canonical)}`).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${process.env.AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  const { host, ...sent } = headers;
  const answer = await fetch(store, { method: 'POST', headers: { ...sent, authorization }, body });
  const output = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(output.message ?? output.Message), { name: output.__type });
  return output;
}

const stagesOf = async (id) => (await call('DescribeSecret', { SecretId: id })).VersionIdsToStages;
const holderOf = (stages, label) => Object.keys(stages).find((version) => stages[version].includes(label));

// Each step may run twice: a rotation that was interrupted goes on with the same token.
const steps = {
  async createSecret(id, token) {
    try {
      await call('GetSecretValue', { SecretId: id, VersionId: token, VersionStage: 'AWSPENDING' });
    } catch (missing) {
      if (missing.name !== 'ResourceNotFoundException') throw missing;
      const { RandomPassword } = await call('GetRandomPassword', { PasswordLength: 40, ExcludePunctuation: true });
      await call('PutSecretValue', { SecretId: id, ClientRequestToken: token, SecretString: RandomPassword, VersionStages: ['AWSPENDING'] });
    }
  },
  async setSecret() {
    // Tell the service that takes the token of the new one here.
  },
  async testSecret(id, token) {
    const { SecretString } = await call('GetSecretValue', { SecretId: id, VersionId: token, VersionStage: 'AWSPENDING' });
    if (SecretString.length !== 40) throw new Error('The new token is not one that createSecret makes.');
  },
  async finishSecret(id, token) {
    const current = holderOf(await stagesOf(id), 'AWSCURRENT');
    if (current !== token) {
      await call('UpdateSecretVersionStage', { SecretId: id, VersionStage: 'AWSCURRENT', MoveToVersionId: token, RemoveFromVersionId: current });
    }
  },
};

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    const { Step, SecretId, ClientRequestToken } = JSON.parse(Buffer.concat(chunks));
    await steps[Step](SecretId, ClientRequestToken);
    response.end('null');
  } catch (failure) {
    response.setHeader('x-amz-function-error', 'Unhandled');
    response.end(JSON.stringify({ errorMessage: failure.message, errorType: failure.name }));
  }
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(server.address().port));
