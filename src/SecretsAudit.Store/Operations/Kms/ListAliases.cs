using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The account's aliases in the region, or one key's, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html"/>
internal sealed class ListAliases() : Operation<ListAliases.Request, ListAliases.Response>(AwsService.Kms, writes: false)
{
    /// <summary>
    /// The aliases that AWS keeps for its services in every account. They are listed without a key until the service makes one, and are not found otherwise.
    /// </summary>
    private static readonly string[] Predefined =
    [
        .. new[] { "acm", "dynamodb", "ebs", "elasticfilesystem", "es", "glue", "kinesisvideo", "lambda", "rds", "redshift", "s3", "secretsmanager", "ssm", "xray" }
            .Select(service => "alias/aws/" + service),
    ];

    public override ListAliases.Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var target = request.KeyId is { } keyId ? call.RequireKey(keyId).KeyId : null;
        var made = call.Services.State.Region(call.Account, call.Region).Aliases.Where(alias => target is null || alias.TargetKeyId == target).Select(AliasListEntry.Of).ToList();
        var predefined = target is null ? Predefined.Except(made.Select(alias => alias.AliasName)).Select(name => AliasListEntry.WithoutKey(call, name)) : [];
        var aliases = made.Concat(predefined).OrderBy(Place, StringComparer.Ordinal);
        var page = KmsPage.Take(aliases, Place, "aliases " + target, request.Marker, request.Limit ?? 50);
        return new()
        {
            Aliases = page.Items,
            NextMarker = page.NextMarker,
            Truncated = page.NextMarker is not null,
        };
    }

    // What has a key comes first: a list that is cut short shows what the account made.
    private static string Place(AliasListEntry alias) => (alias.TargetKeyId is null ? "~" : "") + alias.AliasName;

    protected override void Check(Request request, Constraints check) => check
        .Length(request.KeyId, "keyId", 1, 2048).Range(request.Limit, "limit", 1, 1000).Length(request.Marker, "marker", 1, 1024)
        .ThrowIfBroken();

    internal sealed record Response
    {
        public required IReadOnlyList<AliasListEntry> Aliases { get; init; }

        public string? NextMarker { get; init; }

        public required bool Truncated { get; init; }
    }

    internal sealed record AliasListEntry
    {
        public required string AliasName { get; init; }

        public required string AliasArn { get; init; }

        public string? TargetKeyId { get; init; }

        public DateTimeOffset? CreationDate { get; init; }

        public DateTimeOffset? LastUpdatedDate { get; init; }

        public static AliasListEntry Of(KmsAlias alias) => new()
        {
            AliasName = alias.AliasName,
            AliasArn = Arn.Alias(alias.Region, alias.Account, alias.AliasName),
            TargetKeyId = alias.TargetKeyId,
            CreationDate = alias.Created,
            LastUpdatedDate = alias.Updated ?? alias.Created,
        };

        public static AliasListEntry WithoutKey(Call call, string name) => new() { AliasName = name, AliasArn = Arn.Alias(call.Region, call.Account, name) };
    }

    internal sealed record Request : IRequest<ListAliases.Response>
    {
        public string? KeyId { get; init; }

        public int? Limit { get; init; }

        public string? Marker { get; init; }
    }
}
