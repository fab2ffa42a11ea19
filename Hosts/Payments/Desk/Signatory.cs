using DichVuCong.Registries.Operations.Access;

namespace DichVuCong.Payments.Desk;

/// <summary>Who signs an order about money: the account under which it is kept, and by which four eyes are told apart, and the operator behind it.</summary>
/// <param name="Account">The account, unchanging: it stands in registries and reports.</param>
/// <param name="Person">The operator, with role and scope.</param>
public sealed record Signatory(string Account, Operator Person)
{
    private const string OfSystem = "os:";

    /// <summary>Somebody who is signed in at the screen: known by the identity provider's subject, since names change and are shared.</summary>
    public static Signatory OfScreen(Operator person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Signatory(person.Subject, person);
    }

    /// <summary>
    /// Somebody at the command line: the user of the operating system. In Development <c>DVC_OPERATOR</c> stands for it; elsewhere a name that anybody
    /// can set would make two persons of one.
    /// </summary>
    public static Signatory OfCommand(Operator person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new Signatory(person.Subject.StartsWith(OfSystem, StringComparison.Ordinal) ? person.Subject[OfSystem.Length..] : person.Subject, person);
    }
}
