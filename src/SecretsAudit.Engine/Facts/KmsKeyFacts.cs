using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>One KMS key as rules see it.</summary>
public sealed class KmsKeyFacts : IResourceFacts
{
    private static readonly TagFacts NoTags = new(default);
    private readonly KmsKey _key;
    private readonly FactContext _context;

    internal KmsKeyFacts(KmsKey key, FactContext context)
    {
        _key = key;
        _context = context;
    }

    /// <summary>The key's id.</summary>
    public Fact<string> Id => Fact.Known(_key.Id, _context.Identity);

    /// <summary>The ARN.</summary>
    public Fact<string> Arn => Fact.Known(_key.Arn, _context.Identity);

    /// <summary>The account's twelve digits.</summary>
    public Fact<string> Account => Fact.Known(_key.Scope.Account, _context.Identity);

    /// <summary>The region's code.</summary>
    public Fact<string> Region => Fact.Known(_key.Scope.Region, _context.Identity);

    /// <summary>Its first alias by name; absent when it has none.</summary>
    public Fact<string> Alias => _key.Aliases.IsKnown
        ? Fact.FromMember(_key.Aliases.Value is [var first, ..] ? first : null, _key.Aliases.Origin!)
        : FactOperators.Carry<IReadOnlyList<string>, string>(_key.Aliases);

    /// <summary>Whether a customer made it, so that its policy, rotation and deletion are in the customer's hands.</summary>
    public Fact<bool> IsCustomers => _key.Manager.Select(static manager => manager == "CUSTOMER");

    /// <summary><c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c> …</summary>
    public Fact<string> State => _key.State;

    /// <summary>What it is for: <c>SYMMETRIC_DEFAULT</c>, <c>RSA_2048</c> …; Secrets Manager uses symmetric keys only.</summary>
    public Fact<string> Spec => _key.Spec;

    /// <summary>Where its material comes from: <c>AWS_KMS</c>, <c>EXTERNAL</c> …</summary>
    public Fact<string> MaterialOrigin => _key.MaterialOrigin;

    /// <summary>Whether its material rotates automatically; absent for keys that cannot.</summary>
    public Fact<bool> RotationEnabled => _key.RotationEnabled;

    /// <summary>When it will be deleted; absent when that is not scheduled.</summary>
    public Fact<DateTimeOffset> DeletionDate => _key.DeletionDate;

    /// <summary>When it was created.</summary>
    public Fact<DateTimeOffset> CreatedAt => _key.CreatedAt;

    /// <summary>Who gets in by its key policy.</summary>
    public AccessFacts Access => field ??= new(_key.Policy, PolicyKind.Key, _key.Arn, _key.Scope, _context);

    string IResourceFacts.Path => _key.Aliases is { IsKnown: true, Value: [var alias, ..] } ? alias : _key.Id;

    Scope IResourceFacts.Scope => _key.Scope;

    TagFacts IResourceFacts.Labels => NoTags;

    Fact<DateTimeOffset> IResourceFacts.Since => _key.CreatedAt;

    FindingSubject.Resource IResourceFacts.Subject() =>
        new(_key.Arn, ((IResourceFacts)this).Path, "AWS::KMS::Key", _key.Scope, null) { Place = _key.Place };
}
