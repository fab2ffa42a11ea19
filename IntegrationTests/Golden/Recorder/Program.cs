using DichVuCong.Golden.Recorder;
using DichVuCong.Testing;

// Makes a database as this build leaves it when it is stopped in the middle of its work, and prints its name: record-release dumps it.
var database = await SeededDatabase.CreateAsync();
await using (var world = new World(database))
{
    await world.StartAsync();
    await new MidLife(world).LiveAsync();
    await world.StopAsync();
    await new LastCalls(world).MakeAsync();
}

await database.Source.DisposeAsync();
Console.WriteLine(database.Name);
