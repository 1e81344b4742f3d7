using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Whom and what a policy spells out: these are no strangers to it.</summary>
internal sealed class NamedByPolicy
{
    // Broader ranges name nobody; AWS's block of public access draws the line here.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
    private const int BroadestV4 = 8;
    private const int BroadestV6 = 32;

    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    // AWS writes these in small letters; a condition that ignores case may not.
    private readonly HashSet<string> _organizations = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _networks = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _uniqueIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _services = new(StringComparer.Ordinal);
    private readonly List<AddressRange> _ranges = [];

    public NamedByPolicy(PolicyDocument policy)
    {
        foreach (var statement in policy.Statements)
        {
            foreach (var entry in statement.Principals)
                Read(entry);
            foreach (var condition in statement.Conditions)
            {
                foreach (var value in condition.Values)
                    Read(condition.Key, value);
            }
        }
    }

    public IReadOnlySet<string> Accounts => _accounts;

    public IReadOnlySet<string> Organizations => _organizations;

    /// <summary>VPCs and VPC endpoints.</summary>
    public IReadOnlySet<string> Networks => _networks;

    /// <summary>Unique ids of users and roles, without a session's name.</summary>
    public IReadOnlySet<string> UniqueIds => _uniqueIds;

    public IReadOnlySet<string> Services => _services;

    /// <summary>Ranges of addresses narrow enough to name somebody.</summary>
    public IReadOnlyList<AddressRange> Ranges => _ranges;

    private void Read(PolicyPrincipal entry)
    {
        if (entry.Account is { } account)
            _accounts.Add(account);
        if (entry.Kind == PolicyPrincipalKind.Service)
            _services.Add(entry.Value);
        if (entry.Kind == PolicyPrincipalKind.UniqueId)
            _uniqueIds.Add(entry.Value);
    }

    private void Read(string key, string value)
    {
        foreach (var part in value.Split(':'))
        {
            if (Principal.IsAccountId(part))
                _accounts.Add(part);
        }

        var head = value.Split('/', ':')[0];
        if (head.AsSpan().ContainsAny('*', '?', '$'))
            return;
        if (head.StartsWith("o-", StringComparison.OrdinalIgnoreCase))
            _organizations.Add(head);
        else if (head.StartsWith("vpc-", StringComparison.OrdinalIgnoreCase) || head.StartsWith("vpce-", StringComparison.OrdinalIgnoreCase))
            _networks.Add(head);
        else if (head.StartsWith("AIDA", StringComparison.Ordinal) || head.StartsWith("AROA", StringComparison.Ordinal))
            _uniqueIds.Add(head);
        else if (IsAddressKey(key) && AddressRange.TryParse(value) is { } range && range.PrefixLength >= (range.IsV6 ? BroadestV6 : BroadestV4))
            _ranges.Add(range);
    }

    private static bool IsAddressKey(string key) => key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase);
}
