using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Brings the lives of all secrets into one order of time.</summary>
internal static class Chronicle
{
    /// <summary>Everything that people and services do, earliest first; what the store does by itself (scheduled rotations) is not in it.</summary>
    public static IReadOnlyList<Moment> Of(IEnumerable<SecretPlan> secrets) =>
        [.. secrets.SelectMany(Life).OrderBy(moment => moment.At)];

    private static IEnumerable<Moment> Life(SecretPlan secret)
    {
        yield return new(secret.Created, secret, new Act.Create());
        if (secret.Policy is not null)
            yield return new(secret.Created.AddMinutes(6), secret, new Act.AttachPolicy());
        if (secret.Rotation is { } rotation)
        {
            yield return new(rotation.Enabled, secret, new Act.EnableRotation());
            if (rotation.ByHand is { } byHand)
                yield return new(byHand, secret, new Act.RotateByHand());
            if (rotation.Cancelled is { } cancelled)
                yield return new(cancelled, secret, new Act.CancelRotation());
        }

        if (secret.ReplicasDropped is { } dropped)
            yield return new(dropped, secret, new Act.DropReplicas());
        foreach (var read in Reads(secret))
            yield return read;
        foreach (var (at, stage) in secret.Puts)
            yield return new(at, secret, new Act.Put(stage));
        foreach (var (reader, at) in secret.Use.InVain)
            yield return new(at, secret, new Act.AskInVain(reader));
        if (secret.Deleted is { } deleted)
            yield return new(deleted, secret, new Act.Delete());
    }

    private static IEnumerable<Moment> Reads(SecretPlan secret)
    {
        string[] readers = [secret.Service, .. secret.Use.AlsoRead];
        var index = 0;
        foreach (var at in secret.Use.Moments())
        {
            // Its own service reads most; the others in between.
            var reader = index % 4 == 3 ? readers[index / 4 % readers.Length] : secret.Service;
            index++;
            yield return new(at, secret, new Act.Read(reader, secret.Place.Region));
        }

        // Nobody reads in regions that the company does not use.
        foreach (var region in secret.ReplicaRegions.Intersect(Place.Regions))
        {
            var replica = UsePlan.Busy(secret.Place with { Region = region }, secret.Name, secret.Use.ReplicaReads, secret.Created.AddHours(1));
            foreach (var at in secret.Use.ReplicaReads == 0 ? [] : replica.Moments())
                yield return new(at, secret, new Act.Read(secret.Service, region));
        }
    }
}
