namespace SecretsAudit.Iam.Documents;

/// <summary>Reads <c>Principal</c> and <c>NotPrincipal</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"/>
internal sealed class PrincipalParser(PolicyKind kind, SourceText source)
{
    private static readonly string[] UniqueIdPrefixes = ["AIDA", "AROA", "ABIA", "ACCA", "AGPA", "AIPA", "ANPA", "ANVA", "APKA", "ASCA", "ASIA"];

    private readonly ElementReader _elements = new(source);

    public IReadOnlyList<PolicyPrincipal> Parse(SourceNode value)
    {
        if (value is { IsString: true, Text: "*" })
        {
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Role trust policy unsupported wildcard in principal)
            if (kind == PolicyKind.RoleTrust)
                source.Error(value, "A trust policy does not take \"*\" as its principal; {\"AWS\": \"*\"} is everyone with an account.");
            return [Entry(value, PolicyPrincipalKind.Everyone)];
        }

        if (!value.IsObject)
        {
            source.Error(value, "A principal is \"*\" or an object such as {\"AWS\": \"123456789012\"}.");
            return [];
        }

        _elements.RefuseUnknown(value, "AWS", "Service", "Federated", "CanonicalUser");
        if (value.Members.Count == 0)
            source.Error(value, "The principal is empty.");

        var entries = new List<PolicyPrincipal>();
        foreach (var (name, _, node) in value.Members)
        {
            foreach (var text in _elements.Texts(node, name))
                entries.Add(ReadEntry(name, text));
        }

        return entries;
    }

    private PolicyPrincipal ReadEntry(string type, SourceNode text)
    {
        switch (type)
        {
            case "Service":
                if (!IsServiceName(text.Text))
                    source.Error(text, $"'{ElementReader.Shown(text.Text)}' is no service principal such as lambda.amazonaws.com.");
                return Entry(text, PolicyPrincipalKind.Service);
            case "Federated":
                if (text.Text.Length == 0 || text.Text.Contains('*'))
                    source.Error(text, "A federated principal names one identity provider.");
                // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Federated principal not supported)
                else if (kind is PolicyKind.Secret or PolicyKind.Key)
                    source.Error(text, "Only a role's trust policy takes identity providers.");
                return Entry(text, PolicyPrincipalKind.Federated, AccountOf(text.Text));
            case "CanonicalUser":
                if (kind is PolicyKind.Secret or PolicyKind.Key or PolicyKind.RoleTrust)
                    source.Error(text, "Only Amazon S3 takes canonical user ids.");
                return Entry(text, PolicyPrincipalKind.CanonicalUser);
            default:
                return ReadAws(text);
        }
    }

    private PolicyPrincipal ReadAws(SourceNode text)
    {
        var value = text.Text;
        if (value == "*")
            return Entry(text, PolicyPrincipalKind.Everyone);
        if (Principal.IsAccountId(value))
            return Entry(text, PolicyPrincipalKind.Account, value);
        if (IsUniqueId(value))
        {
            source.Warn(text, "This is the id of a user or role that no longer exists.");
            return Entry(text, PolicyPrincipalKind.UniqueId);
        }

        // A CloudFront distribution in front of a bucket; it has no account of a customer's.
        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
        if (kind is PolicyKind.Resource && IsOriginAccessIdentity(value))
            return Entry(text, PolicyPrincipalKind.Arn);

        var parts = value.Split(':', 6);
        if (parts.Length != 6 || parts[0] != "arn" || parts[2] is not ("iam" or "sts") || !Principal.IsAccountId(parts[4]))
            source.Error(text, $"'{ElementReader.Shown(value)}' is no principal: expected an account id, or the ARN of a user, a role or a session.");
        else if (value.AsSpan().ContainsAny('*', '?'))
            source.Error(text, "A principal's ARN cannot hold wildcards; use * and a condition on aws:PrincipalArn.");
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Variable unsupported in element)
        else if (value.Contains("${", StringComparison.Ordinal))
            source.Error(text, "A principal does not take policy variables; use * and a condition on aws:PrincipalArn.");
        else if (!IsPrincipalResource(parts[2], parts[5]))
            source.Error(text, $"'{ElementReader.Shown(parts[5])}' is no user, role or session; groups and policies are no principals.");
        else if (parts[5] == "root")
            return Entry(text, PolicyPrincipalKind.Account, parts[4]);

        return Entry(text, PolicyPrincipalKind.Arn, AccountOf(value));
    }

    private PolicyPrincipal Entry(SourceNode node, PolicyPrincipalKind entryKind, string? account = null) =>
        new() { Kind = entryKind, Value = node.Text, Account = account, Position = source.PositionAt(node.Offset) };

    private static string? AccountOf(string arn) => arn.Split(':', 6) is [_, _, _, _, var account, _] && Principal.IsAccountId(account) ? account : null;

    private static bool IsOriginAccessIdentity(string value) =>
        value.StartsWith("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ", StringComparison.Ordinal) && value.AsSpan(value.LastIndexOf(' ') + 1) is { Length: > 0 } id && !id.ContainsAny("*?$");

    private static bool IsPrincipalResource(string service, string resource) => service == "iam"
        ? resource == "root" || HasName(resource, "user/") || HasName(resource, "role/")
        : HasName(resource, "federated-user/") || (HasName(resource, "assumed-role/") && resource.Split('/') is [_, { Length: > 0 }, { Length: > 0 }]);

    private static bool HasName(string resource, string prefix) =>
        resource.Length > prefix.Length && resource.StartsWith(prefix, StringComparison.Ordinal) && !resource.EndsWith('/');

    private static bool IsServiceName(string text) =>
        text.Length is > 0 and <= 255 && text.Contains('.') && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');

    private static bool IsUniqueId(string text) =>
        text.Length is >= 16 and <= 128 && Array.Exists(UniqueIdPrefixes, prefix => text.StartsWith(prefix, StringComparison.Ordinal)) && text.All(char.IsAsciiLetterOrDigit);
}
