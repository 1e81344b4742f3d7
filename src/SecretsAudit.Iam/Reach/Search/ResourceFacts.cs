using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>What is known of the resource that holds the policy: from the options, or from what the policy itself says.</summary>
internal sealed class ResourceFacts
{
    private const string UnknownAccount = "210987654321";
    private const string UnknownOrganization = "o-theowners0";

    public ResourceFacts(PolicyDocument policy, TrustZone zone, ReachOptions options)
    {
        var arns = policy.Statements.SelectMany(statement => statement.Resources.Concat(statement.Principals.Select(entry => entry.Value)))
            .Select(text => text.Split(':', 6)).Where(parts => parts.Length == 6 && parts[0] == "arn").ToList();
        Arn = options.Resource;
        var own = Arn is null ? default : new ArnText(Arn);
        Partition = own is { Text: not null, IsArn: true } ? own.Part(1).ToString() : arns.Select(parts => parts[1]).FirstOrDefault(part => !part.Contains('*')) ?? "aws";
        var inPolicy = policy.Statements.SelectMany(statement => statement.Resources).Select(text => text.Split(':', 6))
            .Where(parts => parts.Length == 6).ToList();
        Account = own is { Text: not null, IsArn: true } && Principal.IsAccountId(own.Part(4)) ? own.Part(4).ToString()
            : inPolicy.Select(parts => parts[4]).FirstOrDefault(part => Principal.IsAccountId(part)) ?? policy.Statements.SelectMany(statement => statement.Conditions).Where(condition => condition.Key.Equals("aws:ResourceAccount", StringComparison.OrdinalIgnoreCase))
                .SelectMany(condition => condition.Values).FirstOrDefault(value => Principal.IsAccountId(value))
            ?? (zone.Accounts.Count > 0 ? zone.Accounts[0] : UnknownAccount);
        Region = own is { Text: not null, IsArn: true } && own.Part(3).Length > 0 ? own.Part(3).ToString() : null;
        Organization = zone.Organizations.Count > 0 ? zone.Organizations[0] : UnknownOrganization;
        AnyArn = Arn ?? Example(policy.Kind, inPolicy.Select(parts => parts[3]).FirstOrDefault(part => part.Length > 0 && !part.AsSpan().ContainsAny('*', '?')) ?? "us-east-1");
    }

    /// <summary>The resource's ARN where it is given.</summary>
    public string? Arn { get; }

    /// <summary>The ARN, or one that it could have.</summary>
    public string AnyArn { get; }

    public string Partition { get; }

    public string Account { get; }

    public string? Region { get; }

    public string Organization { get; }

    private string Example(PolicyKind kind, string region) => kind switch
    {
        PolicyKind.Key => $"arn:{Partition}:kms:{region}:{Account}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        PolicyKind.RoleTrust => $"arn:{Partition}:iam::{Account}:role/this-role",
        PolicyKind.Secret => $"arn:{Partition}:secretsmanager:{region}:{Account}:secret:this-secret-AbCdEf",
        _ => $"arn:{Partition}:service:{region}:{Account}:this-resource",
    };
}
