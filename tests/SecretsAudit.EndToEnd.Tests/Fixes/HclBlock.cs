namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>A block of Terraform's language: <c>resource "aws_kms_key" "this" { … }</c>; the file itself is one without type and labels.</summary>
internal sealed record HclBlock(string Type, IReadOnlyList<string> Labels)
{
    /// <summary>What is assigned: texts, numbers, truths, lists and objects as .NET's; a reference as <see cref="HclReference"/>.</summary>
    public Dictionary<string, object> Attributes { get; } = new(StringComparer.Ordinal);

    public List<HclBlock> Blocks { get; } = [];

    /// <summary>The comment right before the block.</summary>
    public string Comment { get; init; } = "";
}

/// <summary>A name that stands for a value somewhere else: <c>var.value</c>.</summary>
internal sealed record HclReference(string Name);
