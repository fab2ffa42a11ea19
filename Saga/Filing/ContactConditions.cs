using System.Collections.Frozen;
using DichVuCong.Contracts;

namespace DichVuCong.Saga.Filing;

/// <summary>How the applicant can be reached: valid where it is given, and given where a notice was asked for (A16.2).</summary>
internal static class ContactConditions
{
    private const string PhoneField = "applicant.phone";
    private const string EmailField = "applicant.email";
    private const string PersonField = "applicant.personalId";
    private const string AccountField = "applicant.portalAccountId";

    // external-parties.md F4; 052, 055 and 087 are general knowledge.
    private static readonly FrozenSet<string> MobilePrefixes =
        "32 33 34 35 36 37 38 39 52 55 56 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 89 90 91 92 93 94 96 97 98 99".Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static void Check(FilingRequest request, DeficiencyList found)
    {
        var wanted = Wanted(request, found);
        CheckPhone(FieldValue.Of(request, PhoneField).Text, wanted.Contains("sms"), found);
        CheckEmail(FieldValue.Of(request, EmailField).Text, wanted.Contains("email"), found);
        if (wanted.Contains("app") && (!PersonalId.TryParse(FieldValue.Of(request, PersonField).Text, out var person) || !person.IsPersonalNumber))
        {
            found.Add(PersonField, DeficiencyRules.AppNeedsPerson);
        }

        if (wanted.Contains("portal") && FieldValue.Of(request, AccountField).Text is null) found.Add(AccountField, DeficiencyRules.PortalNeedsAccount);
    }

    public static void Warn(FilingRequest request, DeficiencyList found)
    {
        if (FieldValue.Of(request, PhoneField).Text is not { } text || !PhoneNumber.TryParse(text, out var phone) || !phone.IsMobile) return;
        if (!MobilePrefixes.Contains(phone.Reveal()[2..4])) found.Add(PhoneField, DeficiencyRules.PhoneUnknownPrefix);

        // Nine digits follow the country's code or the zero today, ten did before.
        var digits = string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');
        if ((digits.StartsWith("84", StringComparison.Ordinal) && digits.Length > 10 ? digits[2..] : digits).Length == 10) found.Add(PhoneField, DeficiencyRules.PhoneOldPrefix);
    }

    private static HashSet<string> Wanted(FilingRequest request, DeficiencyList found)
    {
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, channel) in (request.Notify ?? []).Take(10).Index())
        {
            if (channel?.Trim().ToLowerInvariant() is "sms" or "email" or "app" or "portal") wanted.Add(channel.Trim());
            else found.Add($"notify[{index}]", DeficiencyRules.NoticeUnknownChannel);
        }

        return wanted;
    }

    private static void CheckPhone(string? text, bool needed, DeficiencyList found)
    {
        if (text is null)
        {
            if (needed) found.Add(PhoneField, DeficiencyRules.PhoneNeeded);
        }
        else if (!PhoneNumber.TryParse(text, out var phone))
        {
            found.Add(PhoneField, DeficiencyRules.PhoneWrongForm);
        }
        else if (needed && !phone.IsMobile)
        {
            found.Add(PhoneField, DeficiencyRules.PhoneNotMobile);
        }
    }

    private static void CheckEmail(string? text, bool needed, DeficiencyList found)
    {
        if (text is not null && !EmailAddress.TryParse(text, out _)) found.Add(EmailField, DeficiencyRules.EmailWrongForm);
        else if (text is null && needed) found.Add(EmailField, DeficiencyRules.EmailNeeded);
    }
}
