using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Lists of AWS Secrets Manager, page after page.</summary>
public interface ISecretsManagerPaginatorFactory
{
    /// <summary>The pages of <c>ListSecrets</c>.</summary>
    IListSecretsPaginator ListSecrets(ListSecretsRequest request);

    /// <summary>The pages of <c>ListSecretVersionIds</c>.</summary>
    IListSecretVersionIdsPaginator ListSecretVersionIds(ListSecretVersionIdsRequest request);

    /// <summary>The pages of <c>BatchGetSecretValue</c>.</summary>
    IBatchGetSecretValuePaginator BatchGetSecretValue(BatchGetSecretValueRequest request);
}

/// <summary>The pages of <c>ListSecrets</c>.</summary>
public interface IListSecretsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListSecretsResponse> Responses { get; }
}

/// <summary>The pages of <c>ListSecretVersionIds</c>.</summary>
public interface IListSecretVersionIdsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListSecretVersionIdsResponse> Responses { get; }
}

/// <summary>The pages of <c>BatchGetSecretValue</c>.</summary>
public interface IBatchGetSecretValuePaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<BatchGetSecretValueResponse> Responses { get; }
}
