using System.Globalization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key's completed rotations, newest last, in pages; on request its first material, too.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html"/>
internal sealed class ListKeyRotations() : Operation<ListKeyRotations.Request, ListKeyRotations.Response>(AwsService.Kms, writes: false)
{
    private const string AllMaterial = "ALL_KEY_MATERIAL";

    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyByIdentity(request.KeyId!);
        key.RequireRotatable();
        var entries = key.Materials()
            .Where(material => material.Rotation is not null || request.IncludeKeyMaterial == AllMaterial)
            .Select(material => (material.Place, Entry: new RotationsListEntry
            {
                KeyId = key.KeyId,
                KeyMaterialId = key.MaterialId(material.Place),
                KeyMaterialState = request.IncludeKeyMaterial != AllMaterial ? null
                    : material.Place == key.EarlierMaterials.Length ? "CURRENT" : "NON_CURRENT",
                RotationDate = material.Rotation?.At,
                RotationType = material.Rotation is not { } rotation ? null : rotation.OnDemand ? "ON_DEMAND" : "AUTOMATIC",
            }));
        var page = KmsPage.Take(
            entries, entry => entry.Place.ToString("D6", CultureInfo.InvariantCulture), $"rotations {key.KeyId}", request.Marker, request.Limit ?? 100);
        return new() { Rotations = [.. page.Items.Select(item => item.Entry)], NextMarker = page.NextMarker, Truncated = page.NextMarker is not null };
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).OneOf(request.IncludeKeyMaterial, "includeKeyMaterial", AllMaterial, "ROTATIONS_ONLY").Paging(request.Limit, request.Marker)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public string? IncludeKeyMaterial { get; init; }

        public int? Limit { get; init; }

        public string? Marker { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<RotationsListEntry> Rotations { get; init; }

        public string? NextMarker { get; init; }

        public required bool Truncated { get; init; }
    }

    internal sealed record RotationsListEntry
    {
        public required string KeyId { get; init; }

        public required string KeyMaterialId { get; init; }

        public string? KeyMaterialState { get; init; }

        public DateTimeOffset? RotationDate { get; init; }

        public string? RotationType { get; init; }
    }
}
