using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>The key that encrypts a secret or parameter, as rules see it.</summary>
public readonly struct KeyFacts
{
    private readonly Fact<string> _id;
    private readonly Scope _scope;
    private readonly FactContext _context;
    private readonly string _managedAlias;
    private readonly bool _isPlanned;

    /// <param name="id">What the resource calls its key.</param>
    /// <param name="scope">The resource's account and region.</param>
    /// <param name="context">The keys that were read.</param>
    /// <param name="managedAlias">The alias of the AWS-managed key that is taken when no key is named.</param>
    /// <param name="isPlanned">Whether a template states the resource: keys that are not in it are seen at deployment only.</param>
    internal KeyFacts(Fact<string> id, Scope scope, FactContext context, string managedAlias = KeyReference.AwsManagedAlias, bool isPlanned = false)
    {
        _isPlanned = isPlanned;
        _id = id;
        _scope = scope;
        _context = context;
        _managedAlias = managedAlias;
    }

    /// <summary>What the secret calls its key; absent when it names none, which means the AWS-managed one.</summary>
    public Fact<string> Id => _id;

    /// <summary>
    /// Whether AWS manages the key (<c>aws/secretsmanager</c>): the secret names no key, names that alias, or names a key whose manager is AWS.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"/>
    [Reads(InventoryNeeds.Keys)]
    public Fact<bool> IsAwsManaged
    {
        get
        {
            if (!_id.TryGetValue(out var id))
                return _id.IsAbsent ? Fact.Known(true, _id.Origin!) : FactOperators.Carry<string, bool>(_id);

            var origin = _id.Origin!;
            var reference = KeyReference.Parse(id, _scope);
            if (reference.IsAlias)
                return Fact.Known(reference.IsReservedAlias, origin);

            // An AWS-managed key works in its own account only, so another account's key is a customer's.
            if (reference.IsMultiRegion || reference.Account != _scope.Account)
                return Fact.Known(false, origin);

            var manager = Of(static key => key.Manager);
            return manager.IsKnown ? Fact.Known(manager.Value == "AWS", manager.Origin!) : FactOperators.Carry<string, bool>(manager);
        }
    }

    /// <summary>The key's ARN; that of a key which was not read, too, when the secret names it so.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<string> Arn
    {
        get
        {
            if (Found() is { } key)
                return Fact.Known(key.Arn, key.Manager.Origin ?? _id.Origin ?? _context.Identity);

            return _id.IsKnown && _id.Value.StartsWith("arn:", StringComparison.Ordinal) && _id.Value.Contains(":key/", StringComparison.Ordinal) ? _id : NotFound<string>();
        }
    }

    /// <summary><c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c> …</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<string> State => Found() is { } key ? key.State : NotInUse<string>();

    /// <summary>Whether its material rotates automatically.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<bool> RotationEnabled => Of(static key => key.RotationEnabled);

    /// <summary>When it will be deleted; absent when that is not scheduled.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<DateTimeOffset> DeletionDate => Of(static key => key.DeletionDate);

    /// <summary>The account of the key that is named; the own account for a key that is named without one.</summary>
    public Fact<string> Account
    {
        get
        {
            var (id, scope) = (_id, _scope);
            return id.IsAbsent ? Fact.Known(scope.Account, id.Origin!) : id.Select(name => KeyReference.Parse(name, scope).Account);
        }
    }

    /// <summary>Whether the key that is named belongs to the own account.</summary>
    public Fact<bool> IsOwn
    {
        get
        {
            var own = _scope.Account;
            return Account.Select(account => account == own);
        }
    }

    /// <summary>How many principals may decrypt by the key's policy; grants are not read.</summary>
    [Reads(InventoryNeeds.Keys)]
    public Fact<int> DecryptorCount => Found() is { } key
        ? _context.Keys.AccessOf(key, _context).DecryptorCount
        : NotInUse<int>();

    // What a key lets do today; of a key that a template only names, the deployment will show it.
    private Fact<T> NotInUse<T>()
        where T : notnull
        => _isPlanned && !_id.IsUnknown ? Fact<T>.Unknown(new("kms:DescribeKey", _context.AsOf, Truth.NotYetReason)) : NotFound<T>();

    private Fact<T> Of<T>(Func<KmsKey, Fact<T>> fact)
        where T : notnull
        => Found() is { } key ? fact(key) : NotFound<T>();

    private KmsKey? Found()
    {
        if (_id.IsUnknown)
            return null;

        var name = _id.IsKnown ? _id.Value : _managedAlias;
        return _context.Keys.Find(KeyReference.Parse(name, _scope));
    }

    private Fact<T> NotFound<T>()
        where T : notnull
    {
        if (_id.IsUnknown)
            return FactOperators.Carry<string, T>(_id);

        var name = _id.IsKnown ? _id.Value : _managedAlias;
        return Fact<T>.Unknown(new("kms:DescribeKey", _context.AsOf, $"key {name} is not among the keys that were read"));
    }
}
