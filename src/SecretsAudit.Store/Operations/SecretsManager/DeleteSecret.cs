using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Schedules a secret's deletion at the end of a recovery window, or deletes it at once.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html"/>
internal sealed class DeleteSecret() : Operation<DeleteSecret.Request, DeleteSecret.Response>(AwsService.SecretsManager, writes: true)
{
    private const int DefaultWindow = 30;

    public override Response Handle(Request request, Call call)
    {
        var force = request.ForceDeleteWithoutRecovery ?? false;
        if (request.RecoveryWindowInDays is < 7 or > 30)
        {
            throw new InvalidParameterException("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
        }

        if (force && request.RecoveryWindowInDays is not null)
        {
            throw new InvalidParameterException("You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        }

        return force ? DeleteNow(request, call) : Schedule(request, call);
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    private static Response Schedule(Request request, Call call)
    {
        var secret = call.RequirePrimary(request.SecretId!, Keys(request));
        RefuseWithReplicas(secret);
        var deletion = call.Now.AddDays(request.RecoveryWindowInDays ?? DefaultWindow);
        call.Changes.Put(secret with { DeletionDate = deletion, DeletionRequested = call.Now, LastChanged = call.Now });
        call.Follow(SecretServiceEvent.StartDelete, secret);
        return new() { ARN = secret.Arn, Name = secret.Name, DeletionDate = deletion };
    }

    // AWS answers for a secret that is gone already as if it had deleted it, so that clean-up scripts can be repeated.
    private static Response DeleteNow(Request request, Call call)
    {
        Secret secret;
        try
        {
            secret = call.Require(request.SecretId!, Keys(request));
        }
        catch (ResourceNotFoundException)
        {
            return AsIfDeleted(request.SecretId!, call);
        }

        if (secret.IsReplica)
        {
            throw InvalidParameterException.Replica();
        }

        RefuseWithReplicas(secret);
        call.Changes.Delete(secret.Id);
        call.Follow(SecretServiceEvent.StartDelete, secret);
        call.Follow(SecretServiceEvent.EndDelete, secret);
        return new() { ARN = secret.Arn, Name = secret.Name, DeletionDate = call.Now };
    }

    private static Response AsIfDeleted(string secretId, Call call)
    {
        var id = SecretId.Parse(secretId, call.Account, call.Region);
        return id is { IsArn: true, NameOrSuffixed: var named }
            ? new() { ARN = secretId, Name = named.Length > 7 && named[^7] == '-' ? named[..^7] : named, DeletionDate = call.Now }
            : new() { ARN = Arn.Secret(call.Region, call.Account, $"{secretId}-{call.Identifiers.ArnSuffix()}"), Name = secretId, DeletionDate = call.Now };
    }

    private static void RefuseWithReplicas(Secret secret)
    {
        if (!secret.Replicas.IsEmpty)
        {
            throw new InvalidParameterException(
                $"You can't delete secret {secret.Arn} that still has replica regions [{string.Join(", ", secret.Replicas.Select(replica => replica.Region))}].");
        }
    }

    private static KeyValuePair<string, string>[] Keys(Request request) =>
    [
        new("secretsmanager:ForceDeleteWithoutRecovery", request.ForceDeleteWithoutRecovery is true ? "true" : "false"),
        .. request.RecoveryWindowInDays is { } days
            ? [new KeyValuePair<string, string>("secretsmanager:RecoveryWindowInDays", days.ToString())] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }

        public long? RecoveryWindowInDays { get; init; }

        public bool? ForceDeleteWithoutRecovery { get; init; }
    }

    internal sealed record Response
    {
        public string? ARN { get; init; }

        public string? Name { get; init; }

        public DateTimeOffset? DeletionDate { get; init; }
    }
}
