using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Finding and making the groups of the caller's account.</summary>
internal static class IamGroups
{
    extension(Call call)
    {
        public IamGroup? FindGroup(string name) => IamGroup.Find(call.State, call.Account, name);

        /// <exception cref="NoSuchEntityException">The account has no such group.</exception>
        public IamGroup RequireGroup(string name)
        {
            var found = call.FindGroup(name);
            call.Authorize(found?.Arn ?? IamGroup.ArnOf(call.Account, "/", name), call.Account, null, []);
            if (found is null)
            {
                throw new NoSuchEntityException($"The group with name {name} cannot be found.");
            }

            call.Touch("AWS::IAM::Group", found.Arn);
            return found;
        }

        /// <exception cref="EntityAlreadyExistsException">The name is taken.</exception>
        public IamGroup NewGroup(string name, string? path)
        {
            call.Authorize(IamGroup.ArnOf(call.Account, path ?? "/", name), call.Account, null, []);
            return call.FindGroup(name) is not null
                ? throw new EntityAlreadyExistsException($"Group with name {name} already exists.")
                : new()
                {
                    Account = call.Account,
                    Region = ScopedRow.Global,
                    Name = name,
                    Path = path ?? "/",
                    GroupId = call.Identifiers.Unique("AGPA"),
                    Created = call.Now,
                };
        }

        /// <summary>The users of a group, in order of name.</summary>
        public IEnumerable<Principal> MembersOf(IamGroup group) => call.Services.State.Principals
            .Where(principal => principal.AccountId == group.Account && principal.Groups.Contains(group.Name))
            .OrderBy(principal => principal.Name, StringComparer.Ordinal);

        /// <summary>A user to put in or take out: the right to change the group is enough.</summary>
        /// <exception cref="NoSuchEntityException">The account has no such user.</exception>
        public Principal RequireMember(string name) => call.RequireEntityOf(PrincipalKind.User, name);
    }

    public static NoSuchEntityException NoInlinePolicy(string name) => new($"The group policy with name {name} cannot be found.");
}
