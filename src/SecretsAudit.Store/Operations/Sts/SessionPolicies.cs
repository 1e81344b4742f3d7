using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>The policies that narrow a session.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session"/>
internal static class SessionPolicies
{
    private const int SizeLimit = 2048;

    /// <summary>The session's policies, and how much of AWS's size limit they take in percent; nulls without any.</summary>
    /// <exception cref="IamMalformedPolicyException">The inline policy is not valid.</exception>
    /// <exception cref="PackedPolicyTooLargeException">Together they take more than AWS has room for.</exception>
    public static (ImmutableArray<string>? Policies, int? PackedSize) Read(Call call, string? inline, IReadOnlyList<PolicyArn?>? managed)
    {
        if (inline is null && managed is not { Count: > 0 })
        {
            return (null, null);
        }

        var policies = ImmutableArray.CreateBuilder<string>();
        if (inline is not null)
        {
            policies.Add(ResourcePolicies.Problem(inline, PolicyKind.Session) is { } problem ? throw new IamMalformedPolicyException(problem) : inline);
        }

        foreach (var policy in managed ?? [])
        {
            policies.Add(ManagedPolicy.DocumentOf(call.State, policy?.Arn ?? "")
                ?? throw new NoSuchEntityException($"Policy {policy?.Arn} does not exist or is not attachable."));
        }

        var size = (inline?.Length ?? 0) + (managed ?? []).Sum(policy => policy?.Arn?.Length ?? 0);
        var percent = Math.Max(1, size * 100 / SizeLimit);
        return percent <= 100 ? (policies.ToImmutable(), percent)
            : throw new PackedPolicyTooLargeException($"Packed policy consumes {percent}% of allotted space, please use smaller policy.");
    }
}

/// <summary>A managed policy that narrows a session.</summary>
internal sealed record PolicyArn
{
    [JsonPropertyName("arn")]
    public string? Arn { get; init; }
}
