using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Finding the trails of the caller's account.</summary>
internal static class AccountTrails
{
    public const string ResourceType = "AWS::CloudTrail::Trail";

    extension(Call call)
    {
        /// <summary>The trails that record in the region, oldest first: its own, and those of every region.</summary>
        public IEnumerable<TrailSettings> TrailsHere() => call.Trails().Where(trail => trail.HomeRegion == call.Region || trail.IsMultiRegion);

        /// <summary>All trails of the account, oldest first.</summary>
        public IEnumerable<TrailSettings> Trails() => call.Services.State.Shelf(RowKind.Trail, call.Account, ScopedRow.Global).Rows
            .Cast<TrailSettings>().OrderBy(trail => trail.Created).ThenBy(trail => trail.Name, StringComparer.Ordinal);

        /// <summary>The trail that a name means in the region, or an ARN anywhere; null when there is none.</summary>
        /// <exception cref="InvalidTrailNameException">It is no trail's name.</exception>
        /// <exception cref="CloudTrailArnInvalidException">It is an ARN, but no trail's.</exception>
        public TrailSettings? FindTrail(string nameOrArn)
        {
            var (region, account, name) = call.ParseTrail(nameOrArn);
            return account == call.Account
                ? (TrailSettings?)call.State.Find(ScopedRow.IdOf(RowKind.Trail, account, ScopedRow.Global, TrailSettings.NameOf(region, name)))
                : null;
        }

        /// <summary>The trail's ARN, whether it is there or not.</summary>
        public string TrailArn(string nameOrArn)
        {
            var (region, account, name) = call.ParseTrail(nameOrArn);
            return TrailSettings.ArnOf(region, account, name);
        }

        /// <exception cref="TrailNotFoundException">There is no such trail.</exception>
        /// <exception cref="AccessDeniedException">The caller may not.</exception>
        public TrailSettings RequireTrail(string nameOrArn, bool namedByArn = true)
        {
            var arn = call.TrailArn(nameOrArn);
            call.Authorize(arn, call.Account, null, []);
            var trail = call.FindTrail(nameOrArn) ?? throw new TrailNotFoundException(namedByArn ? arn : nameOrArn, call.Account);
            call.Touch(ResourceType, trail.Arn);
            return trail;
        }

        /// <summary>A trail that the call will change, which only its home region may.</summary>
        /// <exception cref="InvalidHomeRegionException">It is another region's.</exception>
        public TrailSettings RequireTrailAtHome(string nameOrArn)
        {
            var trail = call.RequireTrail(nameOrArn);
            return trail.HomeRegion == call.Region ? trail : throw new InvalidHomeRegionException(trail.TrailName, trail.HomeRegion);
        }

        private (string Region, string Account, string Name) ParseTrail(string nameOrArn)
        {
            if (!nameOrArn.StartsWith("arn:", StringComparison.Ordinal))
            {
                TrailNames.Check(nameOrArn);
                return (call.Region, call.Account, nameOrArn);
            }

            return nameOrArn.Split(':') is [_, _, "cloudtrail", var region, { Length: 12 } account, var resource]
                && SecretsManager.RequestRules.IsRegion(region) && account.All(char.IsAsciiDigit) && resource.StartsWith("trail/", StringComparison.Ordinal)
                ? (region, account, resource["trail/".Length..])
                : throw new CloudTrailArnInvalidException(nameOrArn);
        }
    }
}
