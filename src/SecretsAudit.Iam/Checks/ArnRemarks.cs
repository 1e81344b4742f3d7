using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on resources that no request can be for, or that another entry of the list contains.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"/>
internal static class ArnRemarks
{
    private static readonly string[] Partitions = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    // Areas, without a region's number: AWS adds numbers more often than areas.
    private static readonly string[] Areas =
    [
        "us-east", "us-west", "us-gov-east", "us-gov-west", "af-south", "ap-east", "ap-south", "ap-southeast", "ap-northeast", "ca-central", "ca-west", "cn-north", "cn-northwest",
        "eu-central", "eu-west", "eu-south", "eu-north", "eusc-de-east", "il-central", "me-south", "me-central", "mx-central", "sa-east",
    ];

    private static readonly string[] WithoutRegion = ["iam", "s3", "organizations"];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        var element = statement.IsNotResource ? "NotResource" : "Resource";
        PolicyRemark Remark(string id, RemarkSeverity severity, string message) => PolicyLinter.Remark(id, severity, statement, element, statement.ResourcePosition, message);

        foreach (var resource in statement.Resources.Where(resource => !resource.Contains("${", StringComparison.Ordinal)))
        {
            var shown = Documents.ElementReader.Shown(resource);
            if (Malformed(resource) is { } reason)
                yield return Remark(PolicyRemarkIds.MalformedArn, RemarkSeverity.Warning, $"{shown} is the ARN of nothing: {reason}");
            else if (Unsupported(linter.Policy.Kind, resource) is { } why)
                yield return Remark(PolicyRemarkIds.UnsupportedResource, RemarkSeverity.Warning, $"{shown} {why}");
        }

        for (var i = 0; i < statement.Resources.Count; i++)
        {
            if (Broader(statement.Resources, i) is { } broader)
                yield return Remark(PolicyRemarkIds.RedundantResource, RemarkSeverity.Suggestion, $"{Documents.ElementReader.Shown(statement.Resources[i])} is already contained in {Documents.ElementReader.Shown(broader)}.");
        }
    }

    private static string? Malformed(string resource)
    {
        var parts = resource.Split(':', 6);
        if (parts[0] != "arn")
            return null;
        if (parts.Length < 6 && !parts[^1].EndsWith('*'))
            return $"it has {parts.Length} of the six parts arn:partition:service:region:account:resource; AWS takes * for the rest.";
        if (parts.Length < 6)
            return null;

        var (partition, service, region, account) = (parts[1], parts[2], parts[3], parts[4]);
        if (IsPlain(partition) && !Partitions.Contains(partition))
            return $"there is no partition '{partition}'.";
        if (service.Any(char.IsAsciiLetterUpper))
            return $"a service is written in lower case, '{service.ToLowerInvariant()}'.";
        if (IsPlain(account) && account.Length > 0 && account != "aws" && !Principal.IsAccountId(account))
            return $"'{account}' is no account id of twelve digits.";
        if (WithoutRegion.Contains(service) && region.Length > 0 && region != "*" && !(service == "s3" && account.Length > 0))
            return $"the ARNs of {service} have no region.";
        if (IsPlain(region) && region.Length > 0 && IsMisspelt(region) is { } meant)
            return $"there is no region '{region}'.{meant}";
        return service is "secretsmanager" or "kms" && region.Length == 0 ? $"the ARNs of {service} have a region." : null;
    }

    private static string? IsMisspelt(string region)
    {
        var area = region.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');
        if (Areas.Contains(area) && area.Length < region.Length)
            return null;
        return NearestWord.Of(area, Areas) is { } near ? $" Did you mean {near}-1?" : region.Contains('-') && char.IsAsciiDigit(region[^1]) ? null : "";
    }

    private static string? Unsupported(PolicyKind kind, string resource)
    {
        var service = resource.Split(':', 6) is { Length: > 2 } parts ? parts[2] : "*";
        return kind switch
        {
            _ when !IsPlain(service) => null,
            PolicyKind.Secret when service != "secretsmanager" => "is no secret: the statement has no effect in a secret's policy.",
            PolicyKind.Key when service != "kms" => "is no key: the statement has no effect in a key policy, whose resource is *.",
            PolicyKind.Key when resource.Contains(":alias/", StringComparison.Ordinal) => "is an alias: a key policy is about its key, and its resource is *.",
            _ => null,
        };
    }

    private static string? Broader(IReadOnlyList<string> resources, int index)
    {
        var resource = resources[index];
        for (var i = 0; i < resources.Count; i++)
        {
            var other = resources[i];
            // Of two equal ones the later is the redundant one. A question mark could stand for a wildcard of the other.
            if (i != index && !other.Contains('?') && !other.Contains('$') && (other != resource || i < index) && (other == "*" || Wildcard.Of(other).Matches(resource)) && IsSameOrPlain(other, resource))
                return other;
        }

        return null;
    }

    // A wildcard of an ARN stays within its part, so parts with wildcards are compared one by one.
    private static bool IsSameOrPlain(string outer, string inner)
    {
        var (one, other) = (outer.Split(':', 6), inner.Split(':', 6));
        return outer == "*" || (one.Length == other.Length && one.Zip(other).All(pair => Wildcard.Of(pair.First).Matches(pair.Second)));
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAny('*', '?');
}
