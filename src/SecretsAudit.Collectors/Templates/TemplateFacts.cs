using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Facts of a template: what it states, what it leaves out, and what nothing can have before it is deployed.</summary>
internal sealed class TemplateFacts(string source, DateTimeOffset readAt)
{
    private readonly FactOrigin _notYet = new(source, readAt, Truth.NotYetReason);

    /// <summary>Where what the template says comes from.</summary>
    public FactOrigin Origin { get; } = new(source, readAt);

    /// <summary>A fact that exists only after deployment: a date, a use.</summary>
    public Fact<T> NotYet<T>()
        where T : notnull
        => Fact<T>.Unknown(_notYet);

    public Fact<T> Known<T>(T value)
        where T : notnull
        => Fact.Known(value, Origin);

    public Fact<T> Absent<T>()
        where T : notnull
        => Fact<T>.Absent(Origin);

    /// <summary>A fact that the template leaves to something that is not in it.</summary>
    public Fact<T> Open<T>(string reason)
        where T : notnull
        => Fact<T>.Unknown(Origin.Failed(reason));

    /// <summary>A secret of which only its identity is stated: nothing that exists after deployment only.</summary>
    public Secret Secret(string arn, string name, Scope scope, SourcePlace place) => new()
    {
        Arn = arn,
        Name = name,
        Scope = scope,
        Place = place,
        CreatedAt = NotYet<DateTimeOffset>(),
        LastChanged = NotYet<DateTimeOffset>(),
        LastAccessed = NotYet<DateTimeOffset>(),
        LastRotated = NotYet<DateTimeOffset>(),
        DeletedAt = Absent<DateTimeOffset>(),
        Versions = NotYet<IReadOnlyList<SecretVersion>>(),
        OwningService = Absent<string>(),
        ResourcePolicy = Absent<string>(),
        Usage = NotYet<SecretUsage>(),
        Rotation = NoRotation,
    };

    /// <summary>A secret that the template does not make, of which it states nothing but a value.</summary>
    public Secret Elsewhere(string arn, string name, Scope scope, SourcePlace place) => Secret(arn, name, scope, place) with
    {
        Description = NotYet<string>(),
        KmsKeyId = NotYet<string>(),
        Tags = NotYet<IReadOnlyDictionary<string, string>>(),
        DeletedAt = NotYet<DateTimeOffset>(),
        OwningService = NotYet<string>(),
        PrimaryRegion = NotYet<string>(),
        Replicas = NotYet<IReadOnlyList<Replica>>(),
        ResourcePolicy = NotYet<string>(),
        Rotation = new() { Enabled = NotYet<bool>(), FunctionArn = NotYet<string>(), AutomaticallyAfterDays = NotYet<int>(), ScheduleExpression = NotYet<string>(), WindowDuration = NotYet<TimeSpan>(), Next = NotYet<DateTimeOffset>() },
    };

    /// <summary>A secret that does not rotate.</summary>
    public Rotation NoRotation => new()
    {
        Enabled = Known(false),
        FunctionArn = Absent<string>(),
        AutomaticallyAfterDays = Absent<int>(),
        ScheduleExpression = Absent<string>(),
        WindowDuration = Absent<TimeSpan>(),
        Next = NotYet<DateTimeOffset>(),
    };

    /// <summary>The policy that AWS gives a key whose maker states none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"/>
    public Fact<string> DefaultKeyPolicy(Scope scope) => Known(
        $$$"""{"Version":"2012-10-17","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{scope.Account}}}:root"},"Action":"kms:*","Resource":"*"}]}""");
}
