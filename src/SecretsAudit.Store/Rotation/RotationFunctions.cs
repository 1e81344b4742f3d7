using System.Collections.Concurrent;

namespace SecretsAudit.Store.Rotation;

/// <summary>One of the four calls that Secrets Manager makes to a rotation function.</summary>
/// <param name="Step">createSecret, setSecret, testSecret or finishSecret.</param>
/// <param name="SecretId">The secret's ARN.</param>
/// <param name="ClientRequestToken">The id of the version that is to become current.</param>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html"/>
public sealed record RotationStep(string Step, string SecretId, string ClientRequestToken)
{
    /// <summary>The source of the request, the same in all steps of one rotation.</summary>
    public string? RotationToken { get; init; }
}

/// <summary>A rotation function: does one step, or throws. Steps may be repeated after a failure.</summary>
public delegate Task RotationFunction(RotationStep step, CancellationToken cancellationToken);

/// <summary>The Lambda functions that this store can invoke, by ARN.</summary>
public sealed class RotationFunctions
{
    private readonly ConcurrentDictionary<string, RotationFunction> _functions = new(StringComparer.Ordinal);

    internal RotationFunctions()
    {
    }

    /// <summary>Whether a function's own resource policy must let Secrets Manager invoke it; set by the store for functions behind HTTP.</summary>
    internal Func<string, bool> MayInvoke { get; set; } = _ => true;

    /// <summary>Makes a function known under a Lambda ARN, in place of an earlier one.</summary>
    public void Register(string functionArn, RotationFunction function) => _functions[functionArn] = function;

    /// <summary>Forgets a function, as if the Lambda had been deleted; rotations that need it fail from then on.</summary>
    public bool Remove(string functionArn) => _functions.TryRemove(functionArn, out _);

    internal bool IsKnown(string functionArn) => _functions.ContainsKey(functionArn);

    /// <summary>A function that exists and lets Secrets Manager invoke it.</summary>
    internal RotationFunction? Find(string functionArn) => MayInvoke(functionArn) ? _functions.GetValueOrDefault(functionArn) : null;
}
