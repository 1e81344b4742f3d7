using Amazon.SecretsManager.Model;
using SecretsAudit.AwsClients;

namespace Amazon.SecretsManager.Internal;

internal sealed class SecretsManagerPaginatorFactory(IAmazonSecretsManager client) : ISecretsManagerPaginatorFactory
{
    public IListSecretsPaginator ListSecrets(ListSecretsRequest request) => new ListSecretsPaginator(client, request);

    public IListSecretVersionIdsPaginator ListSecretVersionIds(ListSecretVersionIdsRequest request) => new ListSecretVersionIdsPaginator(client, request);

    public IBatchGetSecretValuePaginator BatchGetSecretValue(BatchGetSecretValueRequest request) => new BatchGetSecretValuePaginator(client, request);
}

internal sealed class ListSecretsPaginator(IAmazonSecretsManager client, ListSecretsRequest request) : Pages<ListSecretsRequest, ListSecretsResponse>(
    request, client.ListSecretsAsync, (r, token) => r.NextToken = token, r => r.NextToken), IListSecretsPaginator;

internal sealed class ListSecretVersionIdsPaginator(IAmazonSecretsManager client, ListSecretVersionIdsRequest request) : Pages<ListSecretVersionIdsRequest, ListSecretVersionIdsResponse>(
    request, client.ListSecretVersionIdsAsync, (r, token) => r.NextToken = token, r => r.NextToken), IListSecretVersionIdsPaginator;

internal sealed class BatchGetSecretValuePaginator(IAmazonSecretsManager client, BatchGetSecretValueRequest request) : Pages<BatchGetSecretValueRequest, BatchGetSecretValueResponse>(
    request, client.BatchGetSecretValueAsync, (r, token) => r.NextToken = token, r => r.NextToken), IBatchGetSecretValuePaginator;
