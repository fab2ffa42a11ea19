using System.Collections.Frozen;

namespace DichVuCong.Saga.Filing;

/// <summary>
/// The 12-digit personal number (Decree 137/2015 art. 13; <c>external-parties.md</c> F3): three digits of the place of birth registration,
/// one of century and gender, two of the birth year, six at random. It has no check digit.
/// </summary>
internal static class PersonalNumber
{
    // The provinces of before the mergers: numbers keep them. Those from 100 on are countries, of which no list is at hand.
    private static readonly FrozenSet<string> Provinces =
        ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 "
        + "049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text has the form of a personal number.</summary>
    public static bool HasForm(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    /// <summary>The year of birth in a number of the right form.</summary>
    public static int BirthYear(string number) => 1900 + (100 * ((number[3] - '0') / 2)) + (10 * (number[4] - '0')) + (number[5] - '0');

    /// <summary>Whether the place of registration in a number of the right form is one that can be.</summary>
    public static bool HasKnownOrigin(string number) => number[0] != '0' || Provinces.Contains(number[..3]);
}
