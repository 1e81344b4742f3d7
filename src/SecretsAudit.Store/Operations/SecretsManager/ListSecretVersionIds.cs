using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A secret's versions, oldest first; deprecated ones only on request.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html"/>
internal sealed class ListSecretVersionIds()
    : Operation<ListSecretVersionIds.Request, ListSecretVersionIds.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var secret = call.Require(request.SecretId!);
        var versions = secret.Versions.Where(version => !version.IsDeprecated || request.IncludeDeprecated is true).ToList();
        var start = 0;
        if (request.NextToken is { } token)
        {
            var last = PageToken.Parse(token, "versions", secret.Arn) ?? throw new InvalidNextTokenException();
            start = versions.FindIndex(version => version.Id == last) + 1;
        }

        var page = versions.Skip(start).Take(request.MaxResults ?? 100).ToList();
        return new()
        {
            ARN = secret.Arn,
            Name = secret.Name,
            Versions = [.. page.Select(version => Entry(version, call))],
            NextToken = start + page.Count < versions.Count ? PageToken.Create("versions", secret.Arn, page[^1].Id) : null,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Range(request.MaxResults, "maxResults", 1, 100).Length(request.NextToken, "nextToken", 1, 4096)
        .ThrowIfBroken();

    private static VersionEntry Entry(SecretVersion version, Call call) => new()
    {
        VersionId = version.Id,
        VersionStages = version.IsDeprecated ? null : version.Stages,
        CreatedDate = version.Created,
        LastAccessedDate = version.LastAccessed,
        KmsKeyIds = version.IsEmpty ? null : call.NamesOfKeys(version.Value),
    };

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }

        public bool? IncludeDeprecated { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<VersionEntry> Versions { get; init; }

        public string? NextToken { get; init; }

        public required string ARN { get; init; }

        public required string Name { get; init; }
    }

    internal sealed record VersionEntry
    {
        public required string VersionId { get; init; }

        public IReadOnlyList<string>? VersionStages { get; init; }

        public DateTimeOffset? LastAccessedDate { get; init; }

        public required DateTimeOffset CreatedDate { get; init; }

        public IReadOnlyList<string>? KmsKeyIds { get; init; }
    }
}
