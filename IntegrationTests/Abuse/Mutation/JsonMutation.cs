using System.Text;

namespace DichVuCong.Abuse.Tests.Mutation;

/// <summary>Spoils a document in its structure: types, names, nesting, repetition.</summary>
internal static class JsonMutation
{
    private const int MostEntries = 100_000;

    private static readonly Action<Dice, Doc.Slot>[] Changes =
    [
        (dice, slot) => slot.Put(new Doc.Leaf(dice.Pick(Nasty.Leaves))),
        (dice, slot) => slot.Put(new Doc.Leaf(Doc.Leaf.Quote(Nasty.Text(dice)))),
        (dice, slot) => slot.Put(new Doc.Leaf(Doc.Leaf.Quote(Nasty.Text(dice)))),
        (_, slot) => slot.Put(new Doc.Leaf(Doc.Leaf.Quote(slot.Value.Write()))),
        (_, slot) => slot.Put(new Doc.Leaf(Doc.Leaf.Quote(Doc.Leaf.Quote(slot.Value.Write())))),
        (_, slot) => slot.Put(new Doc.Leaf(slot.Value.Write().Trim('"'))),
        (_, slot) => slot.Put(new Doc.Entries([slot.Value])),
        (_, slot) => slot.Put(new Doc.Members([("\"a\"", slot.Value)])),
        Remove,
        Repeat,
        Rename,
        (dice, slot) => Add(slot, (Doc.Leaf.Quote(dice.Pick(Nasty.Names)), new Doc.Leaf(dice.Pick(Nasty.Leaves)))),
        ChangeText,
        ChangeText,
        Multiply,
        (dice, slot) => slot.Put(Deep(dice)),
    ];

    /// <summary>A spoilt copy, as text.</summary>
    public static string Spoil(Dice dice, Doc valid)
    {
        var document = new Doc.Entries([valid.Copy()]);
        // Some go through as they are: what is valid has to be taken, and fills the tables for the others.
        for (var changes = dice.OnceIn(8) ? 0 : 1 + dice.Below(3); changes > 0; changes--)
        {
            var slots = document.Slots().ToList();
            if (slots.Count == 0) break;
            dice.Pick(Changes)(dice, dice.Pick(slots));
        }

        return document.List[0].Write();
    }

    private static void Remove(Dice dice, Doc.Slot slot)
    {
        if (slot.Holder is Doc.Members members) members.List.RemoveAt(slot.Index);
        else slot.Put(new Doc.Leaf("null"));
    }

    private static void Repeat(Dice dice, Doc.Slot slot)
    {
        if (slot.Holder is Doc.Members members) members.List.Insert(dice.Below(members.List.Count + 1), (members.List[slot.Index].Name, slot.Value.Copy()));
        else ((Doc.Entries)slot.Holder).List.Add(slot.Value.Copy());
    }

    private static void Rename(Dice dice, Doc.Slot slot)
    {
        if (slot.Holder is not Doc.Members members) return;
        var name = members.List[slot.Index].Name;
        members.List[slot.Index] = (dice.Below(4) switch
        {
            0 => name.ToUpperInvariant(),
            1 => name.ToLowerInvariant(),
            2 => Doc.Leaf.Quote(Nasty.Text(dice)),
            _ => Doc.Leaf.Quote(dice.Pick(Nasty.Names)),
        }, slot.Value);
    }

    private static void Add(Doc.Slot slot, (string, Doc) member)
    {
        if (slot.Value is Doc.Members members) members.List.Add(member);
        else slot.Put(new Doc.Members([member]));
    }

    private static void ChangeText(Dice dice, Doc.Slot slot)
    {
        if (slot.Value is not Doc.Leaf { Text: ['"', .. var inner, '"'] }) return;
        slot.Put(new Doc.Leaf("\"" + dice.Below(6) switch
        {
            0 => inner.Normalize(NormalizationForm.FormD),
            1 => inner.ToUpperInvariant(),
            2 => inner.Length == 0 ? "\\u0000" : inner.Insert(dice.Below(inner.Length), dice.Pick(["\\u0000", "\\ud800", "\u00a0", "\\n", " ", "\u200d", "\u0301"])),
            3 => inner.Length == 0 ? "" : inner[..dice.Below(inner.Length)],
            4 => inner + inner,
            _ => " " + inner + "\u3000",
        } + "\""));
    }

    /// <summary>Many of the same: 100,000 where what is repeated is short.</summary>
    private static void Multiply(Dice dice, Doc.Slot slot)
    {
        var text = slot.Value.Write();
        var count = dice.OnceIn(12) ? Math.Min(MostEntries, 2_000_000 / (text.Length + 1)) : 2 + dice.Below(600);
        if (text.Length * (long)count > 4_000_000) count = 3;
        slot.Put(new Doc.Leaf($"[{string.Join(',', Enumerable.Repeat(text, count))}]"));
    }

    private static Doc.Leaf Deep(Dice dice)
    {
        var depth = dice.Pick([20, 33, 64, 65, 1_000, 20_000]);
        return dice.OnceIn(2)
            ? new(new string('[', depth) + new string(']', depth))
            : new(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
    }
}
