using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>What every kind of resource has, whatever its rules ask.</summary>
internal interface IResourceFacts
{
    /// <summary>The name that settings' paths are matched with.</summary>
    string Path { get; }

    /// <summary>The account and region.</summary>
    Scope Scope { get; }

    /// <summary>The tags that settings' selectors are matched with.</summary>
    TagFacts Labels { get; }

    /// <summary>When it came to be, from which a grace period counts; absent for what has no such date.</summary>
    Fact<DateTimeOffset> Since { get; }

    /// <summary>The resource as findings name it.</summary>
    FindingSubject.Resource Subject();
}
