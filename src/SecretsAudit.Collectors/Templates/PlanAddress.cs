using System.Text;

namespace SecretsAudit.Collectors;

/// <summary>Addresses of a Terraform plan's resources: <c>module.app["x"].aws_kms_key.this[0]</c>.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cli/state/resource-addressing"/>
internal static class PlanAddress
{
    /// <summary>The address of the resource's block, without the keys of its instances or of what follows: <c>module.app.aws_kms_key.this</c>.</summary>
    public static string WithoutIndexes(string address)
    {
        var plain = new StringBuilder();
        var depth = 0;
        foreach (var letter in address)
        {
            depth += letter == '[' ? 1 : 0;
            if (depth == 0)
                plain.Append(letter);
            depth -= letter == ']' && depth > 0 ? 1 : 0;
        }
        var parts = plain.ToString().Split('.');
        return string.Join('.', parts.Take(ModuleParts(parts) + 2));
    }

    /// <summary>What stands before the resource in its address, with the dot: <c>module.app["x"].</c>; empty in the root module.</summary>
    public static string ModuleOf(string address)
    {
        var parts = address.Split('.');
        return string.Concat(parts.Take(ModuleParts(parts)).Select(part => part + "."));
    }

    /// <summary>The names of the module calls that lead to the resource, from the root: <c>app</c>.</summary>
    public static IReadOnlyList<string> Modules(string address)
    {
        var parts = WithoutIndexes(address).Split('.');
        return [.. Enumerable.Range(0, ModuleParts(parts)).Where(i => i % 2 == 1).Select(i => parts[i])];
    }

    private static int ModuleParts(string[] parts)
    {
        var modules = 0;
        while (modules + 1 < parts.Length && parts[modules] == "module")
            modules += 2;
        return modules;
    }
}
