namespace SecretsAudit.Store.Operations;

/// <summary>A request that is answered by <typeparamref name="TResponse"/>.</summary>
internal interface IRequest<TResponse>;

/// <summary>A request with a ClientRequestToken; AWS's SDKs fill it in, and so does the in-process path.</summary>
internal interface IIdempotent
{
    string? ClientRequestToken { get; init; }

    object WithToken(string token);
}

/// <summary>The answer of an operation that answers with an empty object.</summary>
internal sealed record Nothing
{
    public static readonly Nothing Instance = new();
}
