using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>A function's permissions as the resource policy that Lambda writes from them.</summary>
internal static class PolicyStatement
{
    public static string Write(LambdaFunction function) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Id"] = "default",
        ["Statement"] = new JsonArray([.. function.Permissions.Select(permission => (JsonNode)Node(function, permission))]),
    }.ToJsonString();

    public static string Write(LambdaFunction function, LambdaPermission permission) => Node(function, permission).ToJsonString();

    private static JsonObject Node(LambdaFunction function, LambdaPermission permission)
    {
        var statement = new JsonObject
        {
            ["Sid"] = permission.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = permission.Principal.EndsWith(".amazonaws.com", StringComparison.Ordinal)
                ? new JsonObject { ["Service"] = permission.Principal }
                : new JsonObject { ["AWS"] = permission.Principal },
            ["Action"] = permission.Action,
            ["Resource"] = function.Arn,
        };
        if (permission is { SourceAccount: null, SourceArn: null })
        {
            return statement;
        }

        var condition = new JsonObject();
        if (permission.SourceAccount is { } account)
        {
            condition["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = account };
        }

        if (permission.SourceArn is { } arn)
        {
            condition["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = arn };
        }

        statement["Condition"] = condition;
        return statement;
    }
}
