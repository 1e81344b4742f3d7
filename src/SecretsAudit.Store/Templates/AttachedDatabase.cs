using System.Globalization;
using System.Text.Json.Nodes;

namespace SecretsAudit.Store.Templates;

/// <summary>What a template tells of a database that the store does not make: all of a connection but the host, which only a database that runs has.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html"/>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html"/>
internal static class AttachedDatabase
{
    /// <summary>The members <c>engine</c>, <c>port</c> and <c>dbname</c>, as far as they can be told; null when the type is no database.</summary>
    public static async Task<JsonObject?> ConnectionAsync(string type, JsonObject? properties, TemplateEvaluator evaluator)
    {
        if (type is not ("AWS::RDS::DBInstance" or "AWS::RDS::DBCluster"))
        {
            return null;
        }

        var connection = new JsonObject();
        var engine = await TextAsync(properties?["Engine"], evaluator).ConfigureAwait(false) is { } named ? EngineOf(named) : null;
        if (engine is not null)
        {
            connection["engine"] = engine;
        }

        var given = await TextAsync(properties?["Port"], evaluator).ConfigureAwait(false);
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || (properties?["Port"] is null && engine is not null && DefaultPorts.TryGetValue(engine, out port)))
        {
            connection["port"] = port;
        }

        if (await TextAsync(properties?["DBName"] ?? properties?["DatabaseName"], evaluator).ConfigureAwait(false) is { } database)
        {
            connection["dbname"] = database;
        }

        return connection;
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html#cfn-rds-dbinstance-port
    private static readonly Dictionary<string, int> DefaultPorts = new(StringComparer.Ordinal)
    {
        ["postgres"] = 5432, ["mysql"] = 3306, ["mariadb"] = 3306, ["oracle"] = 1521, ["sqlserver"] = 1433,
    };

    // Rotation functions know the engines by these names, without RDS's editions.
    private static string EngineOf(string engine) => engine switch
    {
        "aurora-postgresql" => "postgres",
        "aurora-mysql" or "aurora" => "mysql",
        _ when engine.StartsWith("oracle-", StringComparison.Ordinal) => "oracle",
        _ when engine.StartsWith("sqlserver-", StringComparison.Ordinal) => "sqlserver",
        _ => engine,
    };

    private static async Task<string?> TextAsync(JsonNode? property, TemplateEvaluator evaluator)
    {
        try
        {
            return property is null || await evaluator.EvaluateAsync(property).ConfigureAwait(false) is not { } value ? null : TemplateEvaluator.AsText(value);
        }
        catch (TemplateException)
        {
            // It hangs on a resource that is not made either: the secret is attached without it.
            return null;
        }
    }
}
