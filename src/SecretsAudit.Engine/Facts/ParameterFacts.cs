using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>One parameter of Parameter Store as rules see it.</summary>
public sealed class ParameterFacts : IResourceFacts
{
    private readonly Parameter _parameter;
    private readonly FactContext _context;

    internal ParameterFacts(Parameter parameter, FactContext context)
    {
        _parameter = parameter;
        _context = context;
    }

    /// <summary>The name, with its path.</summary>
    public Fact<string> Name => Fact.Known(_parameter.Name, _context.Identity);

    /// <summary>The ARN.</summary>
    public Fact<string> Arn => Fact.Known(_parameter.Arn, _context.Identity);

    /// <summary>The account's twelve digits.</summary>
    public Fact<string> Account => Fact.Known(_parameter.Scope.Account, _context.Identity);

    /// <summary>The region's code.</summary>
    public Fact<string> Region => Fact.Known(_parameter.Scope.Region, _context.Identity);

    /// <summary>Whether a template or a plan states it, before it exists.</summary>
    public Fact<bool> IsPlanned => Fact.Known(_parameter.Place is not null, _context.Identity);

    /// <summary>How the plan shows the value of a <c>SecureString</c> to every reader of the configuration, as a clause; absent when it does not. Of a parameter that exists it is unknown.</summary>
    public Fact<string> ValueShownBy => _parameter.ValueShownBy;

    /// <summary><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</summary>
    public Fact<string> Type => _parameter.Type;

    /// <summary><c>Standard</c>, <c>Advanced</c> or <c>Intelligent-Tiering</c>.</summary>
    public Fact<string> Tier => _parameter.Tier;

    /// <summary>The key that encrypts a <c>SecureString</c>.</summary>
    public KeyFacts Key => new(_parameter.KmsKeyId, _parameter.Scope, _context, "alias/aws/ssm");

    /// <summary>The description; absent when it has none.</summary>
    public Fact<string> Description => _parameter.Description;

    /// <summary>When its value or settings were last changed: a value is at least as old as nothing, and at most as old as the parameter.</summary>
    public Fact<DateTimeOffset> LastModified => _parameter.LastModified;

    /// <summary>The number of its latest version, from 1.</summary>
    public Fact<long> Version => _parameter.Version;

    /// <summary>How many rules it carries: expiry, notices.</summary>
    public Fact<int> PolicyCount => _parameter.Policies.Select(static policies => policies.Count);

    /// <summary>The tags.</summary>
    public TagFacts Tags => new(_parameter.Tags);

    /// <summary>Who owns it, by the first owner tag that is there; absent when nobody is named.</summary>
    public Fact<string> Owner => Tags.FirstOf(_context.OwnerTags);

    /// <summary>Who gets in by the policy that shares it.</summary>
    [Reads(InventoryNeeds.ParameterPolicies)]
    public AccessFacts Access => field ??= new(_parameter.ResourcePolicy, PolicyKind.Resource, _parameter.Arn, _parameter.Scope, _context);

    /// <summary>What it costs a month by the price list, in US dollars: nothing unless it is advanced.</summary>
    public Fact<decimal> Cost => _context.Prices?.ParameterMonth is { } price
        ? _parameter.Tier.Select(tier => tier == "Advanced" ? price.Of(1) : 0m)
        : default;

    string IResourceFacts.Path => _parameter.Name;

    Scope IResourceFacts.Scope => _parameter.Scope;

    TagFacts IResourceFacts.Labels => Tags;

    // Parameter Store does not tell when a parameter was created; of its first version it does.
    Fact<DateTimeOffset> IResourceFacts.Since => _parameter.Version is { IsKnown: true, Value: 1 }
        ? _parameter.LastModified
        : Fact<DateTimeOffset>.Absent(_context.Identity);

    FindingSubject.Resource IResourceFacts.Subject() =>
        new(_parameter.Arn, _parameter.Name, "AWS::SSM::Parameter", _parameter.Scope, Owner is { IsKnown: true, Value: var owner } ? owner : null) { Place = _parameter.Place };
}
