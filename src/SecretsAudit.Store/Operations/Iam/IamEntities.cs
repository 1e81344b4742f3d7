using System.Collections.Immutable;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Finding and making users, roles and policies for an operation.</summary>
internal static class IamEntities
{
    extension(Call call)
    {
        /// <exception cref="NoSuchEntityException">The account has no such user or role.</exception>
        public Principal RequireEntity(PrincipalKind kind, string name)
        {
            call.Authorize(call.FindEntity(kind, name)?.Arn ?? ArnOf(kind, call.Account, "/", name), call.Account, null, []);
            return call.RequireEntityOf(kind, name);
        }

        /// <summary>A second user or role of a call that was authorized for its first one.</summary>
        /// <exception cref="NoSuchEntityException">The account has no such user or role.</exception>
        public Principal RequireEntityOf(PrincipalKind kind, string name)
        {
            if (call.FindEntity(kind, name) is not { } found)
            {
                throw new NoSuchEntityException($"The {(kind == PrincipalKind.User ? "user" : "role")} with name {name} cannot be found.");
            }

            call.Touch(kind == PrincipalKind.User ? "AWS::IAM::User" : "AWS::IAM::Role", found.Arn);
            return found;
        }

        /// <summary>The named user, or the calling one (or the root) without a name.</summary>
        public Principal RequireUserOrSelf(string? name)
        {
            if (name is not null)
            {
                return call.RequireEntity(PrincipalKind.User, name);
            }

            call.Authorize(call.Caller.Principal.Arn, call.Account, null, []);
            return call.Caller.Principal.Kind != PrincipalKind.Role ? call.Caller.Principal
                : throw new ValidationException("Must specify userName when calling with non-User credentials");
        }

        /// <exception cref="EntityAlreadyExistsException">The name is taken.</exception>
        public Principal NewEntity(PrincipalKind kind, string name, string? path, string? boundary, IReadOnlyList<WireTag?>? tags)
        {
            call.Authorize(ArnOf(kind, call.Account, path ?? "/", name), call.Account, null, []);
            if (call.FindEntity(kind, name) is not null)
            {
                throw new EntityAlreadyExistsException($"{(kind == PrincipalKind.User ? "User" : "Role")} with name {name} already exists.");
            }

            if (boundary is not null && ManagedPolicy.DocumentOf(call.State, boundary) is null)
            {
                throw IamRules.NotAttachable(boundary);
            }

            call.Touch(kind == PrincipalKind.User ? "AWS::IAM::User" : "AWS::IAM::Role", ArnOf(kind, call.Account, path ?? "/", name));
            return new()
            {
                AccountId = call.Account,
                Kind = kind,
                Name = name,
                Path = path ?? "/",
                UniqueId = call.Identifiers.Unique(kind == PrincipalKind.User ? "AIDA" : "AROA"),
                Tags = IamRules.Merge(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), tags),
                BoundaryArn = boundary,
                Created = call.Now,
            };
        }

        /// <exception cref="NoSuchEntityException">The account has no such managed policy.</exception>
        public ManagedPolicy RequirePolicy(string arn)
        {
            call.Authorize(arn, call.Account, null, []);
            return ManagedPolicy.Find(call.State, arn) is { } policy && policy.Account == call.Account
                ? policy
                : throw new NoSuchEntityException($"Policy {arn} was not found.");
        }

        // Names are unique in the account whatever the path; most have none, and those are found without a search.
        public Principal? FindEntity(PrincipalKind kind, string name) =>
            call.State.Principal(ArnOf(kind, call.Account, "/", name))
            ?? (call.Services.State.Principals.FirstOrDefault(principal =>
                    principal.Kind == kind && principal.AccountId == call.Account && principal.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
                ? call.State.Principal(known.Arn)
                : null);
    }

    private static string ArnOf(PrincipalKind kind, string account, string path, string name) =>
        kind == PrincipalKind.User ? Arn.User(account, path, name) : Arn.Role(account, path, name);
}
