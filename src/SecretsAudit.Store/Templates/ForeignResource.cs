using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Templates;

/// <summary>
/// What resources around secrets are called that an import does not make: a secret's policy names a role, and its rotation a function, by ARNs that follow
/// from their names.
/// </summary>
/// <param name="NameProperty">The property that names the resource.</param>
/// <param name="ArnForm">The ARN after the partition: service, region (R), account (A), and the resource with its name (N).</param>
/// <param name="RefIsArn">Whether Ref gives the ARN and not the name.</param>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html"/>
internal sealed record ForeignResource(string NameProperty, string ArnForm, bool RefIsArn = false)
{
    private static readonly Dictionary<string, ForeignResource> Known = new(StringComparer.Ordinal)
    {
        ["AWS::IAM::Role"] = new("RoleName", "iam::A:role/N"),
        ["AWS::IAM::User"] = new("UserName", "iam::A:user/N"),
        ["AWS::IAM::Group"] = new("GroupName", "iam::A:group/N"),
        ["AWS::Lambda::Function"] = new("FunctionName", "lambda:R:A:function:N"),
        ["AWS::Serverless::Function"] = new("FunctionName", "lambda:R:A:function:N"),
        ["AWS::S3::Bucket"] = new("BucketName", "s3:::N"),
        ["AWS::SNS::Topic"] = new("TopicName", "sns:R:A:N", RefIsArn: true),
        ["AWS::SQS::Queue"] = new("QueueName", "sqs:R:A:N"),
        ["AWS::DynamoDB::Table"] = new("TableName", "dynamodb:R:A:table/N"),
        ["AWS::Logs::LogGroup"] = new("LogGroupName", "logs:R:A:log-group:N:*"),
        ["AWS::RDS::DBInstance"] = new("DBInstanceIdentifier", "rds:R:A:db:N"),
        ["AWS::RDS::DBCluster"] = new("DBClusterIdentifier", "rds:R:A:cluster:N"),
    };

    /// <summary>What Ref and GetAtt give for a resource that is not made; a type that is not known has its logical id alone.</summary>
    /// <param name="logicalId">Its logical id, which is its name where the template gives none.</param>
    /// <param name="type">Its type.</param>
    /// <param name="properties">Its properties as the template has them.</param>
    /// <param name="evaluator">Evaluates the name.</param>
    /// <param name="account">The account.</param>
    /// <param name="region">The region.</param>
    /// <exception cref="TemplateException">The name cannot be evaluated.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> AttributesAsync(
        string logicalId, string type, JsonObject? properties, TemplateEvaluator evaluator, string account, string region)
    {
        if (!Known.TryGetValue(type, out var form))
        {
            return new Dictionary<string, string>(StringComparer.Ordinal) { ["Ref"] = logicalId };
        }

        var name = properties?[form.NameProperty] is { } given
            && await evaluator.EvaluateAsync(given).ConfigureAwait(false) is { } told ? TemplateEvaluator.AsText(told) : logicalId;
        var arn = $"arn:{Arn.Partition(region)}:" + string.Concat(form.ArnForm.Select(letter => letter switch { 'R' => region, 'A' => account, 'N' => name, _ => letter.ToString() }));
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["Ref"] = form.RefIsArn ? arn : name, ["Arn"] = arn, [form.NameProperty] = name };
    }
}
