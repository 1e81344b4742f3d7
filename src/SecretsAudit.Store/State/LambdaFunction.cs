using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A Lambda function as far as rotation needs it: that it is there, and who may invoke it.</summary>
internal sealed record LambdaFunction : ScopedRow
{
    public required DateTimeOffset Modified { get; init; }

    public string? Runtime { get; init; }

    public string? Role { get; init; }

    public string? Handler { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<LambdaPermission> Permissions { get; init; } = [];

    [JsonIgnore]
    public override RowKind Kind => RowKind.LambdaFunction;

    [JsonIgnore]
    public string Arn => ArnOf(Region, Account, Name);

    public static string ArnOf(string region, string account, string name) =>
        $"arn:{SecretsAudit.Store.State.Arn.Partition(region)}:lambda:{region}:{account}:function:{name}";

    /// <summary>The function that an ARN or a name means; null when the text is neither.</summary>
    public static RowId? IdOf(string text, string account, string region) => text.Split(':') switch
    {
        [var name] => IdOf(RowKind.LambdaFunction, account, region, name),
        ["arn", _, "lambda", var place, var owner, "function", var name, ..] => IdOf(RowKind.LambdaFunction, owner, place, name),
        [var owner, "function", var name] => IdOf(RowKind.LambdaFunction, owner, region, name),
        _ => null,
    };
}

/// <summary>One statement of a function's resource policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html"/>
internal sealed record LambdaPermission
{
    public required string StatementId { get; init; }

    public required string Action { get; init; }

    public required string Principal { get; init; }

    public string? SourceArn { get; init; }

    public string? SourceAccount { get; init; }
}
