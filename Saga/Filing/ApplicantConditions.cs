using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Contracts.Dossiers;

namespace DichVuCong.Saga.Filing;

/// <summary>The number by which the applicant identifies himself, by the kind of applicant.</summary>
internal static class ApplicantConditions
{
    private static readonly IReadOnlyList<IdentityForm> AnyForm = Enum.GetValues<IdentityForm>();

    public static void Check(FilingRequest request, EffectiveRequirements requirements, DateTimeOffset now, DeficiencyList found)
    {
        if (FieldValue.Of(request, "applicant.personalId").Text is not { } number) return;
        var forms = EnumWord<ApplicantKind>.TryParse(request.Applicant?.Kind?.Trim(), out var kind) && requirements.Identities.TryGetValue(kind, out var taken)
            ? taken
            : AnyForm;
        if (Fault(number, forms, now) is { } rule) found.Add("applicant.personalId", rule, InWords(forms));
    }

    public static void Warn(FilingRequest request, DeficiencyList found)
    {
        if (FieldValue.Of(request, "applicant.personalId").Text is { } number && PersonalNumber.HasForm(number) && !PersonalNumber.HasKnownOrigin(number))
        {
            found.Add("applicant.personalId", DeficiencyRules.IdentityUnknownOrigin);
        }
    }

    private static DeficiencyRule? Fault(string number, IReadOnlyList<IdentityForm> forms, DateTimeOffset now)
    {
        if (PersonalNumber.HasForm(number) && forms.Contains(IdentityForm.PersonalNumber))
        {
            return PersonalNumber.BirthYear(number) > VietnamTime.DayOf(now).Year ? DeficiencyRules.IdentityBirthAhead : null;
        }

        if (TaxCode.HasForm(number) && forms.Contains(IdentityForm.TaxCode)) return TaxCode.CanExist(number) ? null : DeficiencyRules.IdentityNoSuchTaxCode;
        return number.Length == 9 && number.All(char.IsAsciiDigit) && forms.Contains(IdentityForm.PersonalNumber)
            ? DeficiencyRules.IdentityOldCard
            : DeficiencyRules.IdentityWrongForm;
    }

    private static string InWords(IReadOnlyList<IdentityForm> forms) => string.Join(" hoặc ", forms.Select(form => form switch
    {
        IdentityForm.PersonalNumber => "số định danh cá nhân gồm 12 chữ số",
        IdentityForm.TaxCode => "mã số thuế gồm 10 hoặc 13 chữ số",
        _ => throw new ArgumentOutOfRangeException(nameof(forms), form, "There is no such form of number."),
    }));
}
