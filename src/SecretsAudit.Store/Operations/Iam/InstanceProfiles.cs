using System.Collections.Immutable;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Finding and making the instance profiles of the caller's account.</summary>
internal static class InstanceProfiles
{
    extension(Call call)
    {
        public IEnumerable<InstanceProfile> ProfilesOfAccount() =>
            call.Services.State.Shelf(RowKind.InstanceProfile, call.Account, ScopedRow.Global).Rows.Cast<InstanceProfile>();

        /// <exception cref="NoSuchEntityException">The account has no such instance profile.</exception>
        public InstanceProfile RequireProfile(string name)
        {
            var found = call.FindProfile(name);
            call.Authorize(found?.Arn ?? InstanceProfile.ArnOf(call.Account, "/", name), call.Account, null, []);
            return found ?? throw new NoSuchEntityException($"Instance Profile {name} cannot be found.");
        }

        /// <exception cref="EntityAlreadyExistsException">The name is taken.</exception>
        public InstanceProfile NewProfile(string name, string? path, IReadOnlyList<WireTag?>? tags)
        {
            call.Authorize(InstanceProfile.ArnOf(call.Account, path ?? "/", name), call.Account, null, []);
            return call.FindProfile(name) is not null
                ? throw new EntityAlreadyExistsException($"Instance Profile {name} already exists.")
                : new()
                {
                    Account = call.Account,
                    Region = ScopedRow.Global,
                    Name = name,
                    Path = path ?? "/",
                    ProfileId = call.Identifiers.Unique("AIPA"),
                    Created = call.Now,
                    Tags = IamRules.Merge(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), tags),
                };
        }

        private InstanceProfile? FindProfile(string name) =>
            (InstanceProfile?)call.State.Find(ScopedRow.IdOf(RowKind.InstanceProfile, call.Account, ScopedRow.Global, name));
    }

    public static DeleteConflictException HasRole() => new("Cannot delete entity, must remove roles from instance profile first.");
}
