using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Rotation.PostgreSql;

/// <summary>
/// Rotates PostgreSQL logins. <see cref="SingleUser"/> changes the user's own password: between setSecret and finishSecret a client with
/// the current value is refused. <see cref="AlternatingUsers"/> changes the other of two users, so that the current value works throughout.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html"/>
public sealed class PostgreSqlRotation
{
    private const string Characters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_";
    private const int PasswordLength = 32;
    private const string CloneSuffix = "_clone";

    private readonly RotationSecrets _secrets;
    private readonly bool _alternating;

    private PostgreSqlRotation(ReferenceStore store, bool alternating)
    {
        _secrets = new(store);
        _alternating = alternating;
    }

    /// <summary>One user, whose password changes.</summary>
    public static RotationFunction SingleUser(ReferenceStore store) => new PostgreSqlRotation(store, alternating: false).RunAsync;

    /// <summary>
    /// Two users in turn, <c>NAME</c> and <c>NAME_clone</c>; the secret's <c>masterarn</c> names the secret of a user that may create roles.
    /// </summary>
    public static RotationFunction AlternatingUsers(ReferenceStore store) => new PostgreSqlRotation(store, alternating: true).RunAsync;

    private async Task RunAsync(RotationStep step, CancellationToken cancellationToken)
    {
        switch (step.Step)
        {
            case "createSecret":
                await CreateAsync(step, cancellationToken).ConfigureAwait(false);
                break;
            case "setSecret":
                await SetAsync(step, cancellationToken).ConfigureAwait(false);
                break;
            case "testSecret":
                var pending = PostgreSqlLogin.Of(await _secrets.RequireAsync(step.SecretId, step.ClientRequestToken, StagingLabels.Pending, cancellationToken).ConfigureAwait(false));
                if (!await pending.WorksAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw new RotationFailedException("The database refuses the new password.");
                }

                break;
            case "finishSecret":
                await _secrets.FinishAsync(step, cancellationToken).ConfigureAwait(false);
                break;
            default:
                throw new RotationFailedException($"There is no step {step.Step}.");
        }
    }

    // A repeated step finds the version that it staged before and leaves it.
    private async Task CreateAsync(RotationStep step, CancellationToken cancellationToken)
    {
        var current = await _secrets.RequireAsync(step.SecretId, null, StagingLabels.Current, cancellationToken).ConfigureAwait(false);
        if (await _secrets.ReadAsync(step.SecretId, step.ClientRequestToken, StagingLabels.Pending, cancellationToken).ConfigureAwait(false) is not null)
        {
            return;
        }

        var next = (JsonObject)current.DeepClone();
        next["password"] = RandomNumberGenerator.GetString(Characters, PasswordLength);
        if (_alternating)
        {
            var user = PostgreSqlLogin.Of(current).UserName;
            next["username"] = user.EndsWith(CloneSuffix, StringComparison.Ordinal) ? user[..^CloneSuffix.Length] : user + CloneSuffix;
        }

        await _secrets.StageAsync(step, next, cancellationToken).ConfigureAwait(false);
    }

    private async Task SetAsync(RotationStep step, CancellationToken cancellationToken)
    {
        var current = await _secrets.RequireAsync(step.SecretId, null, StagingLabels.Current, cancellationToken).ConfigureAwait(false);
        var pending = PostgreSqlLogin.Of(await _secrets.RequireAsync(step.SecretId, step.ClientRequestToken, StagingLabels.Pending, cancellationToken).ConfigureAwait(false));
        if (await pending.WorksAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        // A value that points to another server would send the new password there.
        if (pending.Host != PostgreSqlLogin.Of(current).Host)
        {
            throw new RotationFailedException("The pending version names another host than the current one.");
        }

        var owner = _alternating ? await SuperuserAsync(current, cancellationToken).ConfigureAwait(false) : PostgreSqlLogin.Of(current);
        var connection = await owner.TryOpenAsync(cancellationToken).ConfigureAwait(false);
        if (connection is null && !_alternating
            && await _secrets.ReadAsync(step.SecretId, null, StagingLabels.Previous, cancellationToken).ConfigureAwait(false) is { } previous)
        {
            connection = await PostgreSqlLogin.Of(previous).TryOpenAsync(cancellationToken).ConfigureAwait(false);
        }

        if (connection is null)
        {
            throw new RotationFailedException(_alternating ? "The database refuses the superuser's secret." : "The database refuses the current and the previous password.");
        }

        await using (connection.ConfigureAwait(false))
        {
            await PostgreSqlLogin.SetPasswordAsync(connection, pending, _alternating ? PostgreSqlLogin.Of(current).UserName : null, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PostgreSqlLogin> SuperuserAsync(JsonObject current, CancellationToken cancellationToken)
    {
        var arn = current["masterarn"] is JsonValue value && value.TryGetValue<string>(out var text) ? text
            : throw new RotationFailedException("The secret has no masterarn, which alternating users need.");
        return PostgreSqlLogin.Of(await _secrets.RequireAsync(arn, null, StagingLabels.Current, cancellationToken).ConfigureAwait(false));
    }
}
