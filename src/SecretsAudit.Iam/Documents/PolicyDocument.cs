using System.Text;
using SecretsAudit.Iam.Documents;

namespace SecretsAudit.Iam;

/// <summary>A policy that AWS would accept, compiled for fast decisions. Immutable and safe to share between threads.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"/>
public sealed class PolicyDocument
{
    internal const string CurrentVersion = "2012-10-17";

    internal PolicyDocument(PolicyKind kind, string version, string? id, IReadOnlyList<PolicyStatement> statements)
    {
        Kind = kind;
        Version = version;
        Id = id;
        Statements = statements;
    }

    /// <summary>Where the policy is attached.</summary>
    public PolicyKind Kind { get; }

    /// <summary>The language's version, <c>2008-10-17</c> when the text names none; policy variables need <c>2012-10-17</c>.</summary>
    public string Version { get; }

    /// <summary>The policy's own id, where it has one.</summary>
    public string? Id { get; }

    /// <summary>The statements in the order of the text.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; }

    /// <summary>Reads a policy.</summary>
    /// <param name="json">The text.</param>
    /// <param name="kind">Where it is attached.</param>
    /// <param name="maxLength">The size limit, see <see cref="PolicyLimits.MaxLength"/>; null takes AWS's.</param>
    public static PolicyParse Parse(string json, PolicyKind kind, int? maxLength = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(json.AsSpan(), kind, maxLength);
    }

    /// <inheritdoc cref="Parse(string, PolicyKind, int?)"/>
    public static PolicyParse Parse(ReadOnlySpan<char> json, PolicyKind kind, int? maxLength = null)
    {
        var limit = maxLength ?? PolicyLimits.MaxLength(kind);
        if (PolicyLimits.LengthOf(json, kind) > limit)
            return TooLong(kind, limit);

        var utf8 = new byte[Encoding.UTF8.GetByteCount(json)];
        Encoding.UTF8.GetBytes(json, utf8);
        return new DocumentParser(kind, utf8).Parse();
    }

    private static PolicyParse TooLong(PolicyKind kind, int limit) => new(null,
    [
        new PolicyProblem
        {
            Severity = ProblemSeverity.Error,
            Position = new TextPosition(1, 1),
            Path = "",
            Message = $"The policy is longer than the {limit:N0} {PolicyLimits.UnitOf(kind)} that AWS accepts here.",
        },
    ]);
}
