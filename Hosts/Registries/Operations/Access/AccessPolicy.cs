using System.Collections.Frozen;

namespace DichVuCong.Registries.Operations.Access;

/// <summary>Who may do what, where: the one place that knows. Pages, actions and commands ask here and nowhere else.</summary>
public sealed class AccessPolicy(AgencyTree agencies)
{
    private static readonly FrozenDictionary<OperatorRole, Permission[]> Allowed = new Dictionary<OperatorRole, Permission[]>
    {
        [OperatorRole.Viewer] = [Permission.Look],
        [OperatorRole.Operator] = [Permission.Look, Permission.Reveal, Permission.Act],
        [OperatorRole.Supervisor] = [Permission.Look, Permission.Reveal, Permission.Act, Permission.Approve, Permission.Audit],
        [OperatorRole.Auditor] = [Permission.Look, Permission.Audit],
    }.ToFrozenDictionary();

    /// <summary>Whether a role may do a kind of thing at all.</summary>
    public static bool May(OperatorRole role, Permission permission) => Allowed.GetValueOrDefault(role, []).Contains(permission);

    /// <summary>Whether an agency is in the operator's part of the tree. What belongs to no agency is TTDLQG's: it needs the whole tree.</summary>
    public bool Covers(Operator person, string? agency)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Scope is not { } top || (agency is not null && agencies.IsWithin(agency, top));
    }

    /// <summary>The agency codes a query for this operator is restricted to; null for no restriction.</summary>
    public IReadOnlyList<string>? CodesOf(Operator person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Scope is { } top ? agencies.CodesWithin(top) : null;
    }

    /// <summary>Refuses what the role does not allow.</summary>
    /// <exception cref="AccessRefusedException">The role does not allow it.</exception>
    public static void Require(Operator person, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!May(person.Role, permission)) throw new AccessRefusedException($"The role {person.Role} does not include: {permission}.");
    }

    /// <summary>Refuses what the role does not allow, and what is outside the operator's part of the tree.</summary>
    /// <param name="person">Who.</param>
    /// <param name="permission">What kind of thing.</param>
    /// <param name="agency">Whose; null for what belongs to no agency.</param>
    /// <exception cref="AccessRefusedException">One of the two refuses it.</exception>
    public void Require(Operator person, Permission permission, string? agency)
    {
        Require(person, permission);
        if (!Covers(person, agency)) throw new AccessRefusedException($"The agency {agency ?? "(none)"} is outside the scope {person.ScopeText}.");
    }
}
