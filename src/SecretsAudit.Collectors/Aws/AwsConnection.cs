namespace SecretsAudit.Collectors;

/// <summary>How AWS is reached, for every target alike.</summary>
public sealed record AwsConnection
{
    /// <summary>One endpoint for all services, as the AWS CLI's <c>--endpoint-url</c>; null for AWS's own, or what <c>AWS_ENDPOINT_URL</c> says.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Stands in for the network: the reference store in the same process. Null for the network. Not disposed here.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Scopes read at a time, 1 to 32. Default 4.</summary>
    public int ParallelScopes { get; init; } = 4;

    /// <summary>Calls in flight in one scope, 1 to 64. Default 8, well below AWS's lowest quota for these operations.</summary>
    public int ParallelCalls { get; init; } = 8;

    /// <summary>Pages of the audit trail read in one scope, 50 events each. Default 400, which takes 200 s at AWS's two calls a second.</summary>
    public int UsagePages { get; init; } = 400;

    /// <summary>
    /// The folder with a trail's log files (<c>AWSLogs/…</c>, at any depth), to read use from instead of LookupEvents; null (the default) to ask AWS.
    /// </summary>
    public string? TrailFolder { get; init; }

    /// <summary>The longest one call may take, with AWS's own retries each. Default 30 s.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
