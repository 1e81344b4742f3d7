using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The life of one secret, from its creation to the estate's present.</summary>
internal sealed record SecretPlan
{
    public required Place Place { get; init; }

    public required Team Team { get; init; }

    /// <summary>The third part of the name, and the role that reads it.</summary>
    public required string Service { get; init; }

    public required string Purpose { get; init; }

    public required SecretKind Kind { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string Name => $"{Place.Environment.Code}/{Team.Code}/{Service}/{Purpose}";

    public string Description { get => field ?? Kind.Describe(Service, Purpose); init; }

    public KeyChoice Key { get => field ?? KeyChoice.Customer(this); init; }

    public RotationPlan? Rotation { get; init; }

    /// <summary>Whether its creator gave it a value; nobody can read one that has none.</summary>
    public bool HasValue { get; init; } = true;

    /// <summary>The resource policy; null for none.</summary>
    public string? Policy { get; init; }

    /// <summary>Regions it is replicated to, with a customer key there.</summary>
    public IReadOnlyList<string> ReplicaRegions { get; init; } = [];

    /// <summary>The replicas that were given the AWS-managed key.</summary>
    public IReadOnlyList<string> ReplicasUnderManagedKey { get; init; } = [];

    /// <summary>When the replicas were removed again; null while they are there.</summary>
    public DateTimeOffset? ReplicasDropped { get; init; }

    public required UsePlan Use { get; init; }

    /// <summary>The tag that names its owner, where it has tags at all.</summary>
    public string OwnerTag { get; init; } = "owner";

    /// <summary>Whether it has tags.</summary>
    public bool HasTags { get; init; } = true;

    /// <summary>When somebody put in another value by hand, and the staging label of that version.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Stage)> Puts { get; init; } = [];

    /// <summary>When somebody asked for its deletion; null when nobody did.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>What an audit must, or must not, say about it.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];
}
