using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Estate.Plants;
using SecretsAudit.Store.Operations.Config;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Turns the company's configuration recorders on: one in every account and region, of which somebody stopped one.</summary>
internal static class ConfigClerk
{
    public static async Task RecordAsync(ReferenceStore store, Env environment, IEnumerable<string> regions, CancellationToken cancellationToken)
    {
        var root = new Caller(store.Accounts.Find($"arn:aws:iam::{environment.Id}:root")!);
        foreach (var region in regions)
        {
            await store.InvokeAsync(root, region, new PutConfigurationRecorder.Request
            {
                ConfigurationRecorder = new()
                {
                    Name = "default",
                    RoleArn = $"arn:aws:iam::{environment.Id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
                },
            }, cancellationToken);
            await store.InvokeAsync(root, region, new PutDeliveryChannel.Request { DeliveryChannel = new() { Name = "default", S3BucketName = $"config-{environment.Id}" } }, cancellationToken);
            await store.InvokeAsync(root, region, new StartConfigurationRecorder.Request { ConfigurationRecorderName = "default" }, cancellationToken);
            if (Records.AreStopped(environment, region))
                await store.InvokeAsync(root, region, new StopConfigurationRecorder.Request { ConfigurationRecorderName = "default" }, cancellationToken);
        }
    }
}
