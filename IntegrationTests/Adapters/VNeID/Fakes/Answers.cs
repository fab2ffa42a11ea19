using DichVuCong.Contracts.Identity;

namespace DichVuCong.VNeID.Tests.Fakes;

/// <summary>What is asked of answers again and again.</summary>
internal static class Answers
{
    public static VerifiedIdentity ShouldBeGiven(this IdentityAnswer<VerifiedIdentity> answer) =>
        answer.ShouldBeOfType<IdentityAnswer<VerifiedIdentity>.Given>(answer.ToString()).Value;

    public static void ShouldBeRefused(this IdentityAnswer<VerifiedIdentity> answer, IdentityRefusal kind) =>
        answer.ShouldBeOfType<IdentityAnswer<VerifiedIdentity>.Refused>(answer.ToString()).Kind.ShouldBe(kind);

    public static IdentityAnswer<VerifiedIdentity>.Away ShouldBeAway(this IdentityAnswer<VerifiedIdentity> answer) =>
        answer.ShouldBeOfType<IdentityAnswer<VerifiedIdentity>.Away>(answer.ToString());
}
