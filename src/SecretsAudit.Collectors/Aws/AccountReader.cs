using Amazon.CloudTrail.Model;
using SecretsAudit.Model;
using DescribeConfigurationRecorderStatusResponse = Amazon.ConfigService.Model.DescribeConfigurationRecorderStatusResponse;

namespace SecretsAudit.Collectors;

/// <summary>Reads whether what happens in an account and region is recorded: CloudTrail's trails and AWS Config's recorders.</summary>
internal sealed class AccountReader(Scope scope, AwsClients clients, Calls calls)
{
    public async Task<IReadOnlyList<InventoryItem>> ReadAsync(CancellationToken cancellationToken)
    {
        // Shadow trails are those of other regions and of the organisation: they record this region, too.
        var described = calls.TryAsync(
            "cloudtrail:DescribeTrails", scope.ToString(), stop => clients.Trail.DescribeTrailsAsync(new() { IncludeShadowTrails = true }, stop), cancellationToken);
        var recorders = calls.TryAsync(
            "config:DescribeConfigurationRecorderStatus", scope.ToString(), stop => clients.Config.DescribeConfigurationRecorderStatusAsync(new(), stop), cancellationToken);

        var gaps = new List<Gap>();
        var trails = await described.ConfigureAwait(false);
        var read = new List<AuditTrail>();
        foreach (var trail in trails.Value?.TrailList ?? [])
        {
            var (answer, gap) = await TrailAsync(trail, cancellationToken).ConfigureAwait(false);
            read.Add(answer);
            if (gap is not null)
                gaps.Add(gap);
        }

        var recorded = await recorders.ConfigureAwait(false);
        gaps.AddRange(new[] { trails.Gap, recorded.Gap }.OfType<Gap>());
        var account = new AccountRegion
        {
            Scope = scope,
            Trails = trails.Value is null ? Fact<IReadOnlyList<AuditTrail>>.Unknown(trails.Origin) : Fact<IReadOnlyList<AuditTrail>>.Known(read, trails.Origin),
            Recorders = recorded.Member(RecordersOf),
        };
        return [.. gaps.Select(gap => new InventoryItem.OfGap(gap)), new InventoryItem.OfAccount(account)];
    }

    private async Task<(AuditTrail Trail, Gap? Gap)> TrailAsync(Trail trail, CancellationToken cancellationToken)
    {
        var id = trail.TrailARN ?? trail.Name ?? "";
        var status = await calls.TryAsync(
            "cloudtrail:GetTrailStatus", id, stop => clients.Trail.GetTrailStatusAsync(new() { Name = id }, stop), cancellationToken).ConfigureAwait(false);
        return (new AuditTrail
        {
            Arn = id,
            IsMultiRegion = trail.IsMultiRegionTrail ?? false,
            ValidatesLogs = trail.LogFileValidationEnabled ?? false,
            IsEncrypted = !string.IsNullOrEmpty(trail.KmsKeyId),
            IsLogging = status.Member(answer => answer.IsLogging),
            DeliveryError = status.Member(answer => string.IsNullOrEmpty(answer.LatestDeliveryError) ? null : answer.LatestDeliveryError),
        }, status.Gap);
    }

    private static IReadOnlyList<ConfigRecorder> RecordersOf(DescribeConfigurationRecorderStatusResponse answer) =>
    [
        .. (answer.ConfigurationRecordersStatus ?? []).Select(recorder => new ConfigRecorder(
            recorder.Name ?? "", recorder.Recording ?? false, recorder.LastStatus?.Value ?? "")),
    ];
}
