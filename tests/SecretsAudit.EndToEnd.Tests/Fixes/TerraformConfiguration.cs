using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>A Terraform configuration that changes are made to, and that is written as the plan Terraform would make of it.</summary>
internal sealed class TerraformConfiguration(string text)
{
    // The attribute that tells which resource of its type a block means.
    private static readonly Dictionary<string, string> Identities = new()
    {
        ["aws_secretsmanager_secret"] = "name",
        ["aws_secretsmanager_secret_policy"] = "secret_arn",
        ["aws_secretsmanager_secret_rotation"] = "secret_id",
        ["aws_secretsmanager_secret_version"] = "secret_id",
        ["aws_kms_key_policy"] = "key_id",
        ["aws_ssm_parameter"] = "name",
    };

    private readonly List<HclBlock> _resources = HclReader.Read(text).Blocks;

    /// <summary>Makes a change: each attribute and block it states stands in the place of the resource's own; a resource that there was not is added.</summary>
    public void Change(string change)
    {
        foreach (var block in HclReader.Read(change).Blocks.Where(block => block.Type == "resource"))
        {
            if (_resources.SingleOrDefault(resource => resource.Labels[0] == block.Labels[0] && IsSame(resource, block)) is not { } resource)
            {
                Assert.True(Identities.ContainsKey(block.Labels[0]), $"no resource is meant by {block.Comment}");
                _resources.Add(block with { Labels = [block.Labels[0], $"added{_resources.Count}"] });
                continue;
            }

            foreach (var (name, value) in block.Attributes)
                resource.Attributes[name] = value;
            foreach (var type in block.Blocks.Select(inner => inner.Type).Distinct())
            {
                resource.Blocks.RemoveAll(inner => inner.Type == type);
                resource.Blocks.AddRange(block.Blocks.Where(inner => inner.Type == type));
            }
        }
    }

    /// <summary>The plan, as <c>terraform show -json</c> writes it.</summary>
    public string Plan() => JsonSerializer.Serialize(new
    {
        planned_values = new
        {
            root_module = new { resources = _resources.Select(block => new { address = string.Join('.', block.Labels), mode = "managed", type = block.Labels[0], values = Values(block) }) },
        },
        configuration = new
        {
            root_module = new { resources = _resources.Select(block => new { address = string.Join('.', block.Labels), expressions = ValueExpressions(block) }) },
        },
    });

    // Of the arguments that hold values a plan has to say where they come from.
    private static Dictionary<string, object> ValueExpressions(HclBlock block) => block.Attributes
        .Where(attribute => attribute.Key is "secret_string" or "secret_string_wo" or "value" or "value_wo" && attribute.Value is not HclReference { Name: "null" })
        .ToDictionary(attribute => attribute.Key, attribute => attribute.Value is HclReference reference ? (object)new { references = new[] { reference.Name } } : new { constant_value = attribute.Value }, StringComparer.Ordinal);

    private static Dictionary<string, object> Values(HclBlock block) => block.Attributes.Where(attribute => attribute.Value is not HclReference)
        .Concat(block.Blocks.GroupBy(inner => inner.Type).Select(group => KeyValuePair.Create<string, object>(group.Key, group.Select(Values).ToList())))
        .ToDictionary(StringComparer.Ordinal);

    // Nothing that a key is given by its maker names it: the change says so in a comment.
    private static bool IsSame(HclBlock resource, HclBlock change) => Identities.TryGetValue(resource.Labels[0], out var identity)
        ? resource.Attributes[identity].Equals(change.Attributes[identity])
        : change.Comment.Contains($"\"{resource.Attributes["arn"]}\"", StringComparison.Ordinal);
}
