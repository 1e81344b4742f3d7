using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.S3;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Sets the company's trails up, each with its bucket, and stops those that are stopped.</summary>
internal static class TrailKeeper
{
    public static async Task SetUpAsync(ReferenceStore store, Staff staff, KeyRing keys, IEnumerable<TrailPlan> trails, CancellationToken cancellationToken)
    {
        foreach (var plan in trails)
        {
            var (caller, region, bucket) = (staff[plan.Place.Environment, Staff.Pipeline], plan.Place.Region, $"quillmere-{plan.Name}");
            await store.InvokeAsync(caller, region, new CreateBucket.Request { Bucket = bucket, LocationConstraint = region }, cancellationToken);
            await store.InvokeAsync(caller, region, new CreateTrail.Request
            {
                Name = plan.Name,
                S3BucketName = bucket,
                IsMultiRegionTrail = plan.IsMultiRegion,
                EnableLogFileValidation = plan.IsSealed,
                KmsKeyId = plan.IsSealed ? await keys.ArnAsync(CustomerKeys.General(plan.Place.Environment), plan.Place, cancellationToken) : null,
            }, cancellationToken);
            await store.InvokeAsync(caller, region, new StartLogging.Request { Name = plan.Name }, cancellationToken);
            if (plan.IsStoppedToday)
                await store.InvokeAsync(caller, region, new StopLogging.Request { Name = plan.Name }, cancellationToken);
        }
    }
}
