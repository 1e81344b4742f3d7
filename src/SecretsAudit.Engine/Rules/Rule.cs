using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>A rule as its file states it.</summary>
public sealed record Rule
{
    private readonly Lazy<RuleBody> _body;

    internal Rule(Func<RuleBody> body) => _body = new(body);

    /// <summary>What the rule says of itself.</summary>
    public required RuleDescriptor Descriptor { get; init; }

    /// <summary>What kind of resource it judges.</summary>
    public required RuleResource Resource { get; init; }

    /// <summary>How long a new resource is spared: until so long after its creation the rule does not speak about it. Zero for none.</summary>
    public required TimeSpan Grace { get; init; }

    /// <summary>Where its file is, at the line of its id.</summary>
    public required DocumentPosition At { get; init; }

    /// <summary>Whether it judges unless somebody switches it off; otherwise it judges only when switched on.</summary>
    public required bool EnabledByDefault { get; init; }

    /// <summary>The reads it costs.</summary>
    public required InventoryNeeds Needs { get; init; }

    /// <summary>Whether it compares a secret with the whole fleet.</summary>
    public required bool NeedsFleet { get; init; }

    /// <summary>The reads it costs as its file names them: <c>description, usage, fleet</c>.</summary>
    public string NeedsText => NeedsReader.Format(Needs) + (NeedsFleet ? ", fleet" : "");

    /// <summary>What users may set.</summary>
    public required IReadOnlyList<RuleParameter> Parameters { get; init; }

    /// <summary>The condition under which it speaks about a secret, as written; null when it speaks about every one.</summary>
    public required string? WhenText { get; init; }

    /// <summary>The condition under which a secret violates it, as written.</summary>
    public required string FailText { get; init; }

    /// <summary>How many tests its file holds.</summary>
    public required int TestCount { get; init; }

    /// <summary>What the compiler and the tests work on. A rule that was found compiled reads it only now.</summary>
    internal RuleBody Body => _body.Value;

    /// <summary>Whether a name a user gave means this rule: its id, its name, or what it was called before.</summary>
    public bool IsNamed(string idOrName) =>
        string.Equals(Descriptor.Id, idOrName, StringComparison.OrdinalIgnoreCase) || Descriptor.Name == idOrName
        || (Descriptor.Aliases?.Contains(idOrName, StringComparer.OrdinalIgnoreCase) ?? false);
}
