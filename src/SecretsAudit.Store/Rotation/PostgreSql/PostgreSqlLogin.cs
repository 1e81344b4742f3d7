using System.Text.Json.Nodes;
using Npgsql;

namespace SecretsAudit.Store.Rotation.PostgreSql;

/// <summary>What a secret says about a database login.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html#reference_secret_json_structure_rds-postgres"/>
internal sealed class PostgreSqlLogin
{
    // Half of what AWS gives a rotation function: a database that is busy is not taken for one that is gone.
    private const int TimeoutSeconds = 15;

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgreSqlLogin(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    public string UserName => _settings.Username!;

    public string Host => _settings.Host!;

    /// <exception cref="RotationFailedException">A member is missing, or the engine is another one.</exception>
    public static PostgreSqlLogin Of(JsonObject secret) => Text(secret, "engine") is null or "postgres"
        ? new(new()
        {
            Host = Require(secret, "host"),
            Port = int.TryParse(secret["port"]?.ToString(), out var port) ? port : 5432,
            Username = Require(secret, "username"),
            Password = Require(secret, "password"),
            Database = Text(secret, "dbname") ?? "postgres",
            Timeout = TimeoutSeconds,
            CommandTimeout = TimeoutSeconds,

            // A pooled connection would prove an old password, not the one under test.
            Pooling = false,
        })
        : throw new RotationFailedException("The secret's engine is not postgres.");

    /// <summary>Whether the server lets this login in.</summary>
    public async Task<bool> WorksAsync(CancellationToken cancellationToken)
    {
        var connection = await TryOpenAsync(cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            return false;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>A connection; null when the server refuses the login.</summary>
    /// <exception cref="RotationFailedException">The server cannot be reached.</exception>
    public async Task<NpgsqlConnection?> TryOpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (NpgsqlException unreachable)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new RotationFailedException("The database cannot be reached.", unreachable);
        }
    }

    /// <summary>Gives a role a password, quoted by the server itself; makes the role first when told to.</summary>
    /// <param name="connection">Who may do that.</param>
    /// <param name="login">The role and its password.</param>
    /// <param name="like">A role whose rights a new role takes over; null when the role must be there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task SetPasswordAsync(NpgsqlConnection connection, PostgreSqlLogin login, string? like, CancellationToken cancellationToken)
    {
        var isMissing = like is not null
            && await ScalarAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", cancellationToken, login.UserName).ConfigureAwait(false) is null;
        await RunFormattedAsync(
            connection,
            isMissing ? "SELECT format('CREATE ROLE %I WITH LOGIN PASSWORD %L', $1, $2)" : "SELECT format('ALTER ROLE %I WITH PASSWORD %L', $1, $2)",
            cancellationToken,
            login.UserName,
            login._settings.Password!).ConfigureAwait(false);
        if (isMissing)
        {
            await RunFormattedAsync(connection, "SELECT format('GRANT %I TO %I', $1, $2)", cancellationToken, like!, login.UserName).ConfigureAwait(false);
        }
    }

    private static async Task RunFormattedAsync(NpgsqlConnection connection, string format, CancellationToken cancellationToken, params string[] values)
    {
        var statement = (string)(await ScalarAsync(connection, format, cancellationToken, values).ConfigureAwait(false))!;
        var command = new NpgsqlCommand(statement, connection);
        await using (command.ConfigureAwait(false))
        {
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException refused)
            {
                throw new RotationFailedException($"The database refused the change: {refused.SqlState}.", refused);
            }
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params string[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
            }

            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Require(JsonObject secret, string member) =>
        Text(secret, member) is { Length: > 0 } text ? text : throw new RotationFailedException($"The secret has no {member}.");

    private static string? Text(JsonObject secret, string member) =>
        secret[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
