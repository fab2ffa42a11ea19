using System.Diagnostics.CodeAnalysis;
using DichVuCong.Contracts;
using DichVuCong.Contracts.Accounts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Saga.Filing;

namespace DichVuCong.Saga.Accounts;

/// <summary>Reads a word of an enumeration.</summary>
internal delegate bool ReadWord<T>([NotNullWhen(true)] string? word, out T value);

/// <summary>Reads the fields that forms of accounts share; whatever breaks a rule is named, and null is given in its place.</summary>
internal sealed class AccountFormReader(DeficiencyList found)
{
    private const int MostGroups = 20;

    public PersonName? Name(string? text) => Value<PersonName>("fullName", text, "họ và tên", AccountRequestRules.TooLong, PersonName.MaxLength);

    public PersonalId? Number(string? text)
    {
        var number = Value<PersonalId>("personalId", text, "số căn cước", AccountRequestRules.PersonalNumber);
        if (number is null || (number.IsPersonalNumber && PersonalNumber.HasKnownOrigin(number.Reveal()))) return number;
        found.Add("personalId", AccountRequestRules.PersonalNumber);
        return null;
    }

    public PhoneNumber? Phone(string? text)
    {
        var phone = Value<PhoneNumber>("phone", text, "số điện thoại", AccountRequestRules.Phone);
        if (phone is { IsMobile: false }) found.Add("phone", AccountRequestRules.Phone);
        return phone;
    }

    public EmailAddress? OfficialEmail(string? text, IReadOnlyList<string> domains)
    {
        var email = Value<EmailAddress>("email", text, "thư điện tử công vụ", AccountRequestRules.Email);
        if (email is not null && !IsOfficial(email, domains)) found.Add("email", AccountRequestRules.OfficialEmail, string.Join(", ", domains));
        return email;
    }

    public GroupSet Groups(IReadOnlyList<string?>? words)
    {
        var groups = GroupSet.None;
        foreach (var (index, word) in (words ?? []).Take(MostGroups).Index())
        {
            if (EnumWord<PermissionGroup>.TryParse(word?.Trim(), out var group)) groups = groups.With(GroupSet.Of(group));
            else found.Add($"groups[{index}]", AccountRequestRules.UnknownWord, string.Join(", ", EnumWord<PermissionGroup>.All));
        }

        return groups;
    }

    public string? Text(string field, string? text, string name, int longest)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed)) found.Add(field, AccountRequestRules.Missing, name);
        else if (trimmed.Length > longest) found.Add(field, AccountRequestRules.TooLong, longest);
        else if (trimmed.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter))) found.Add(field, AccountRequestRules.Unprintable);
        else return trimmed;
        return null;
    }

    public T? Value<T>(string field, string? text, string name, DeficiencyRule rule, params ReadOnlySpan<object?> arguments)
        where T : IText<T>
    {
        if (string.IsNullOrWhiteSpace(text)) found.Add(field, AccountRequestRules.Missing, name);
        else if (T.TryParse(text.Trim(), out var value)) return value;
        else found.Add(field, rule, arguments);
        return default;
    }

    public T? Word<T>(string field, string? text, string name, ReadWord<T> read)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) found.Add(field, AccountRequestRules.Missing, name);
        else if (read(text.Trim(), out var value)) return value;
        else found.Add(field, AccountRequestRules.UnknownWord, string.Join(", ", Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..])));
        return null;
    }

    private static bool IsOfficial(EmailAddress email, IReadOnlyList<string> domains)
    {
        var domain = email.Reveal()[(email.Reveal().IndexOf('@', StringComparison.Ordinal) + 1)..];
        return domains.Any(official => domain.Equals(official, StringComparison.OrdinalIgnoreCase) || domain.EndsWith('.' + official, StringComparison.OrdinalIgnoreCase));
    }
}
