using System.Collections.Immutable;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>The tags of a session: those asked for, and the transitive ones of the session that asks.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"/>
internal sealed record SessionTags(
    ImmutableSortedDictionary<string, string> Requested, ImmutableSortedDictionary<string, string> Session, ImmutableArray<string> Transitive)
{
    private const int CountLimit = 50;
    private const int KeyLimit = 128;
    private const int ValueLimit = 256;

    /// <exception cref="PackedPolicyTooLargeException">There are more or longer ones than AWS takes.</exception>
    /// <exception cref="StsInvalidParameterException">A key is there twice, or a transitive key conflicts or is missing.</exception>
    public static SessionTags Read(Call call, IReadOnlyList<WireTag?>? tags, IReadOnlyList<string?>? transitive)
    {
        // An identity provider's tags come without the checks of a request.
        if (tags?.Count > CountLimit || (tags ?? []).Any(tag => tag?.Key is not { Length: >= 1 and <= KeyLimit } || tag.Value is not { Length: <= ValueLimit }))
        {
            throw new PackedPolicyTooLargeException("Packed size of session tags exceeds the allotted space.");
        }

        var requested = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in tags ?? [])
        {
            if (!requested.TryAdd(tag!.Key!, tag.Value!))
            {
                throw new StsInvalidParameterException("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }

        var inherited = call.Caller.Session?.TransitiveTagKeys ?? [];
        if (requested.Keys.Any(key => inherited.Contains(key, StringComparer.OrdinalIgnoreCase)))
        {
            throw new StsInvalidParameterException(
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.");
        }

        if ((transitive ?? []).Any(key => !requested.ContainsKey(key ?? "")))
        {
            throw new StsInvalidParameterException("The specified transitive tag key must be included in the requested tags.");
        }

        var session = requested.ToImmutable();
        foreach (var key in inherited)
        {
            session = session.SetItem(key, call.Caller.Session!.Tags[key]);
        }

        return new(requested.ToImmutable(), session, [.. inherited, .. (transitive ?? []).Select(key => key!)]);
    }
}
