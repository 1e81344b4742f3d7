using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>The key that encrypts a secret, as rules see it.</summary>
public readonly struct KeyFacts
{
    private readonly Secret _secret;
    private readonly FactContext _context;

    internal KeyFacts(Secret secret, FactContext context)
    {
        _secret = secret;
        _context = context;
    }

    /// <summary>What the secret calls its key; absent when it names none, which means the AWS-managed one.</summary>
    public Fact<string> Id => _secret.KmsKeyId;

    /// <summary>
    /// Whether AWS manages the key (<c>aws/secretsmanager</c>): the secret names no key, names that alias, or names a key whose manager is AWS.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"/>
    [Reads(InventoryNeeds.Keys)]
    public Fact<bool> IsAwsManaged
    {
        get
        {
            if (!_secret.KmsKeyId.TryGetValue(out var id))
                return _secret.KmsKeyId.IsAbsent ? Fact.Known(true, _secret.KmsKeyId.Origin!) : FactOperators.Carry<string, bool>(_secret.KmsKeyId);

            var origin = _secret.KmsKeyId.Origin!;
            var reference = KeyReference.Parse(id, _secret.Scope);
            if (reference.IsAlias)
                return Fact.Known(reference.IsReservedAlias, origin);

            // An AWS-managed key works in its own account only, so another account's key is a customer's.
            if (reference.IsMultiRegion || reference.Account != _secret.Scope.Account)
                return Fact.Known(false, origin);

            var manager = Of(static key => key.Manager);
            return manager.IsKnown ? Fact.Known(manager.Value == "AWS", manager.Origin!) : FactOperators.Carry<string, bool>(manager);
        }
    }

    /// <summary>The key's ARN.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<string> Arn
    {
        get
        {
            var key = Found();
            return key is null ? NotFound<string>() : Fact.Known(key.Arn, key.Manager.Origin ?? _secret.KmsKeyId.Origin ?? _context.Identity);
        }
    }

    /// <summary><c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c> …</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<string> State => Of(static key => key.State);

    /// <summary>Whether its material rotates automatically.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<bool> RotationEnabled => Of(static key => key.RotationEnabled);

    /// <summary>When it will be deleted; absent when that is not scheduled.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<DateTimeOffset> DeletionDate => Of(static key => key.DeletionDate);

    private Fact<T> Of<T>(Func<KmsKey, Fact<T>> fact)
        where T : notnull
        => Found() is { } key ? fact(key) : NotFound<T>();

    private KmsKey? Found()
    {
        if (_secret.KmsKeyId.IsUnknown)
            return null;

        var name = _secret.KmsKeyId.IsKnown ? _secret.KmsKeyId.Value : KeyReference.AwsManagedAlias;
        return _context.Keys.Find(KeyReference.Parse(name, _secret.Scope));
    }

    private Fact<T> NotFound<T>()
        where T : notnull
    {
        if (_secret.KmsKeyId.IsUnknown)
            return FactOperators.Carry<string, T>(_secret.KmsKeyId);

        var name = _secret.KmsKeyId.IsKnown ? _secret.KmsKeyId.Value : KeyReference.AwsManagedAlias;
        return Fact<T>.Unknown(new("kms:DescribeKey", _context.AsOf, $"key {name} is not among the keys that were read"));
    }
}
