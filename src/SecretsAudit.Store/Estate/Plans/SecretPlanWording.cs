namespace SecretsAudit.Store.Estate.Plans;

/// <summary>Lets a plan read as a sentence.</summary>
internal static class SecretPlanWording
{
    extension(SecretPlan secret)
    {
        /// <summary>It has this resource policy, and is read by its own service only.</summary>
        public SecretPlan Under(string policy) => secret with { Policy = policy, Use = secret.Use with { AlsoRead = [] } };

        /// <summary>It is encrypted under this key.</summary>
        public SecretPlan With(KeyChoice key) => secret with { Key = key };

        /// <summary>It rotates so; null for not at all.</summary>
        public SecretPlan Rotating(RotationPlan? rotation) => secret with { Rotation = rotation };

        /// <summary>It was created without a value, at this moment, and nobody has put one in.</summary>
        public SecretPlan EmptySince(DateTimeOffset at) => secret with { Created = at, HasValue = false, Rotation = null, Use = UsePlan.Never };

        /// <summary>It is read so.</summary>
        public SecretPlan Read(UsePlan use) => secret with { Use = use };

        /// <summary>It is read so often in the last 90 days, by its service and these roles.</summary>
        public SecretPlan Read(int times, params string[] alsoBy) =>
            secret with { Use = UsePlan.Busy(secret.Place, secret.Name, times, secret.Created) with { AlsoRead = alsoBy } };

        /// <summary>A role asks for it so many times, and is refused.</summary>
        public SecretPlan AskedForInVain(string reader, int times, DateTimeOffset from, TimeSpan every) =>
            secret with { Use = secret.Use with { InVain = [.. Enumerable.Range(0, times).Select(index => (reader, from + (index * every)))] } };

        /// <summary>It is replicated to these regions.</summary>
        public SecretPlan ReplicatedTo(params string[] regions) => secret with { ReplicaRegions = regions };

        /// <summary>Its replica in this region was given no key, and so has the AWS-managed one.</summary>
        public SecretPlan WithManagedKeyIn(params string[] regions) => secret with { ReplicasUnderManagedKey = regions };

        /// <summary>Somebody put in another value by hand on this day, under this staging label.</summary>
        public SecretPlan ChangedOn(string date, string stage = "AWSCURRENT") => secret with { Puts = [.. secret.Puts, (Calendar.Day(date, secret.Name, stage), stage)] };

        /// <summary>Its replicas were removed again.</summary>
        public SecretPlan ReplicasDropped(DateTimeOffset at) => secret with { ReplicasDropped = at, Use = secret.Use with { ReplicaReads = 0 } };

        /// <summary>Somebody asked for its deletion on this day.</summary>
        public SecretPlan DeletedOn(string date) => secret with { Deleted = Calendar.Day(date, secret.Name) };

        /// <summary>It breaks a rule.</summary>
        public SecretPlan Breaks(string rule, string why, string? replicaRegion = null) =>
            secret with { Expectations = [.. secret.Expectations, new(rule, IsViolation: true, why, replicaRegion)] };

        /// <summary>It looks as if it broke a rule.</summary>
        public SecretPlan Resembles(string rule, string why, string? replicaRegion = null) =>
            secret with { Expectations = [.. secret.Expectations, new(rule, IsViolation: false, why, replicaRegion)] };
    }
}
