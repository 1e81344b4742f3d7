using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A group as IAM shows it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Group.html"/>
internal sealed record WireGroup
{
    public required string Path { get; init; }

    public required string GroupName { get; init; }

    public required string GroupId { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public static WireGroup Of(IamGroup group) => new()
    {
        Path = group.Path,
        GroupName = group.Name,
        GroupId = group.GroupId,
        Arn = group.Arn,
        CreateDate = group.Created,
    };
}
